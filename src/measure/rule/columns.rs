//! Which columns a rule reads of its inputs, and what it asks of a row.
//!
//! Invariant: whatever a fold looks at is among them: other columns are not decoded.

use super::{Input, Measure, Rule};
use crate::measure::condition::Condition;
use crate::measure::coverage::Further;
use crate::measure::value::Term;

impl Rule {
    /// The columns it reads of an input.
    pub fn columns(&self, input: Input) -> Vec<usize> {
        if let (Input::Beside(_), Measure::RollCall(roll)) = (input, &self.measure) {
            let mut columns = vec![roll.register.key];
            columns.extend(roll.register.time);
            columns.extend(
                roll.register
                    .versions
                    .iter()
                    .map(|versions| versions.column),
            );
            columns.extend(
                roll.register
                    .condition
                    .iter()
                    .flat_map(|condition| condition.columns()),
            );
            return columns;
        }
        if let (Input::Beside(rank), Measure::Coverage(coverage)) = (input, &self.measure) {
            let further = coverage.also.get(rank);
            return further.map_or_else(Vec::new, Further::columns);
        }
        let mut columns = self.population.columns();
        columns.extend(
            self.groupings
                .iter()
                .flat_map(|grouping| grouping.columns.iter().copied()),
        );
        columns.extend(self.weight);
        match &self.measure {
            Measure::Share(share) => columns.extend(share.holds.columns()),
            Measure::Limit(limit) => columns.extend(limit.of.columns()),
            Measure::RollCall(roll) => {
                columns.push(roll.key);
                columns.extend(roll.grace.map(|grace| grace.since));
            }
            Measure::Variety(variety) => columns.push(variety.of),
            Measure::Cadence(_) => {}
            Measure::Coverage(coverage) => columns.extend(coverage.main.columns()),
            Measure::Publication(_) => {}
            Measure::Peaks(peaks) => columns.extend(peaks.columns()),
        }
        columns
    }

    /// Whether some value it asks for is an upper bound only.
    pub fn has_upper_bound(&self) -> bool {
        let beside: Vec<&Term> = match &self.measure {
            Measure::Coverage(coverage) => {
                let also = coverage.also.iter();
                let conditions = also.filter_map(|further| further.condition.as_ref());
                conditions.flat_map(Condition::terms).collect()
            }
            _ => Vec::new(),
        };
        let mut asked = self.terms().into_iter().chain(beside);
        asked.any(Term::is_upper_bound)
    }

    /// What it asks of a row of the requirement's source: for the measure, then for its population.
    pub fn terms(&self) -> Vec<&Term> {
        let population = &self.population;
        let conditions = population.among.iter().chain(&population.set_aside);
        let mut asked = match &self.measure {
            Measure::Share(share) => share.holds.terms(),
            Measure::Limit(limit) => vec![&limit.of],
            Measure::RollCall(_)
            | Measure::Variety(_)
            | Measure::Cadence(_)
            | Measure::Coverage(_)
            | Measure::Publication(_)
            | Measure::Peaks(_) => Vec::new(),
        };
        asked.extend(conditions.flat_map(Condition::terms));
        asked
    }
}

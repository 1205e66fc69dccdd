//! Whether so many operators can answer so many calls: the waiting formula of A. K. Erlang (« Løsning af nogle Problemer
//! fra Sandsynlighedsregningen af Betydning for de automatiske Telefoncentraler », 1917), known as Erlang C.
//!
//! Calls come at random and wait until they are answered; with callers who give up, fewer wait. The figures inform, and no
//! verdict rests on them.
//!
//! Invariant: fixed-point integers only, so that the same counts give the same figures everywhere; an error of the last
//! places of 10⁻¹⁸ never reaches the thousandths that are shown.

/// One, in fixed point.
const ONE: u128 = 1_000_000_000_000_000_000;
/// More operators than a town hall can seat: beyond it nothing is computed.
const MANY: u32 = 300;
/// An exponent beyond which nothing is left of `e⁻ˣ` in fixed point.
const FAR: u128 = 45;

/// Who answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Staffing {
    /// How many operators.
    pub operators: u32,
    /// Seconds that a call takes, what follows it included; not 0.
    pub handling: u64,
    /// Seconds within which it should be answered.
    pub answer_within: u64,
}

/// Calls over some time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Load {
    /// How many.
    pub calls: u64,
    /// Seconds over which they came.
    pub seconds: u64,
}

/// What operators can answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// Hundredths of an erlang: how many operators would be busy without a pause, rounded up.
    pub load: u64,
    /// The fewest operators who can answer every call in the end.
    pub needed: u64,
    /// Thousandths of the calls that are answered in time, rounded down; none if calls pile up without end.
    pub in_time: Option<u64>,
}

/// What operators can answer over the week, and in its busiest slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Service {
    /// Who they are.
    pub staffing: Staffing,
    /// Over all open slots.
    pub mean: Answer,
    /// In the slot with the most calls a day.
    pub busiest: Answer,
}

impl Staffing {
    /// What they can answer of the calls of each slot; none without a call, or for numbers that no town hall has.
    pub fn service(self, slots: impl Iterator<Item = Load>) -> Option<Service> {
        let (mut mean, mut busiest) = (Load::NOTHING, Load::NOTHING);
        for slot in slots.filter(|slot| slot.seconds > 0) {
            mean = Load {
                calls: mean.calls.saturating_add(slot.calls),
                seconds: mean.seconds.saturating_add(slot.seconds),
            };
            if busiest.seconds == 0 || slot.is_busier_than(busiest) {
                busiest = slot;
            }
        }
        (mean.calls > 0).then_some(())?;
        Some(Service {
            staffing: self,
            mean: self.answer(mean)?,
            busiest: self.answer(busiest)?,
        })
    }

    /// What they can answer; none for numbers beyond what fixed point holds.
    pub fn answer(self, load: Load) -> Option<Answer> {
        let busy = u128::from(load.calls).checked_mul(u128::from(self.handling))?;
        let seconds = u128::from(load.seconds);
        let whole = busy.checked_div(seconds)?;
        (whole < u128::from(MANY) && self.operators <= MANY).then_some(())?;
        let erlangs = busy.checked_mul(ONE)?.checked_div(seconds)?;
        let hundredths = busy.checked_mul(100)?.div_ceil(seconds);
        let can = busy < u128::from(self.operators).checked_mul(seconds)?;
        Some(Answer {
            load: u64::try_from(hundredths).ok()?,
            needed: u64::try_from(whole).ok()?.saturating_add(1),
            in_time: if can { self.in_time(erlangs) } else { None },
        })
    }

    /// Thousandths answered in time, for a load under the number of operators.
    fn in_time(self, erlangs: u128) -> Option<u64> {
        let operators = u128::from(self.operators).checked_mul(ONE)?;
        // Erlang's loss formula, by its recursion: B(0) = 1, B(k) = A·B(k−1) / (k + A·B(k−1)).
        let mut lost = ONE;
        for count in 1..=self.operators {
            let part = times(erlangs, lost)?;
            let whole = u128::from(count).checked_mul(ONE)?.checked_add(part)?;
            lost = part.checked_mul(ONE)?.checked_div(whole)?;
        }
        // C = n·B / (n − A·(1 − B)).
        let kept = ONE.checked_sub(lost)?;
        let denominator = operators.checked_sub(times(erlangs, kept)?)?;
        let waiting = u128::from(self.operators)
            .checked_mul(lost)?
            .checked_mul(ONE)?
            .checked_div(denominator)?;
        // Of those who wait, e^(−(n − A)·t/h) wait longer than t.
        let spare = operators.checked_sub(erlangs)?;
        let exponent = spare
            .checked_mul(u128::from(self.answer_within))?
            .checked_div(u128::from(self.handling))?;
        let late = times(waiting.min(ONE), decay(exponent)?)?;
        let in_time = ONE.checked_sub(late)?.checked_mul(1000)?.checked_div(ONE)?;
        u64::try_from(in_time).ok()
    }
}

impl Load {
    const NOTHING: Self = Self {
        calls: 0,
        seconds: 0,
    };

    fn is_busier_than(self, other: Self) -> bool {
        let rate =
            |one: Self, two: Self| u128::from(one.calls).saturating_mul(u128::from(two.seconds));
        rate(self, other) > rate(other, self)
    }
}

/// A product in fixed point.
fn times(one: u128, two: u128) -> Option<u128> {
    one.checked_mul(two)?.checked_div(ONE)
}

/// `e⁻ˣ` in fixed point: the series of a part of x small enough for it, squared back.
fn decay(exponent: u128) -> Option<u128> {
    const HALVINGS: u32 = 8;
    const TERMS: u128 = 16;
    if exponent > FAR.checked_mul(ONE)? {
        return Some(0);
    }
    let small = exponent.checked_shr(HALVINGS)?;
    // e^x of the small part, whose terms are all positive, then its inverse.
    let (mut term, mut sum) = (ONE, ONE);
    for rank in 1..=TERMS {
        term = times(term, small)?.checked_div(rank)?;
        sum = sum.checked_add(term)?;
    }
    let mut power = ONE.checked_mul(ONE)?.checked_div(sum)?;
    for _ in 0..HALVINGS {
        power = times(power, power)?;
    }
    Some(power)
}

#[cfg(test)]
mod tests {
    use super::{Load, ONE, Staffing, decay};

    fn in_time(operators: u32, handling: u64, answer_within: u64, calls: u64) -> Option<u64> {
        let staffing = Staffing {
            operators,
            handling,
            answer_within,
        };
        let load = Load {
            calls,
            seconds: 28_800,
        };
        staffing.answer(load).unwrap().in_time
    }

    #[test]
    fn the_exponential_is_that_of_the_tables() {
        for (hundredths, decimals) in [
            (0_u128, 1_000_000_000_u128),
            (1, 990_049_834),
            (50, 606_530_660),
            (100, 367_879_441),
            (250, 82_084_999),
            (1000, 45_400),
            (5000, 0),
        ] {
            let found = decay(hundredths * ONE / 100).unwrap() / (ONE / 1_000_000_000);
            assert!(found.abs_diff(decimals) <= 1, "{hundredths}: {found}");
        }
    }

    /// With one operator A of the calls wait; with two, A² / (2 + A): Erlang's formula by hand, at no delay.
    #[test]
    fn one_and_two_operators_by_hand() {
        // A = 240 · 60 / 28 800 = 1/2: half wait; 1/4 / (5/2) = 1/10 wait.
        assert_eq!(in_time(1, 60, 0, 240), Some(500));
        assert_eq!(in_time(2, 60, 0, 240), Some(900));
        // A = 3/2 with two: 9/4 / (7/2) = 9/14 wait, 357 ‰ do not.
        assert_eq!(in_time(2, 180, 0, 240), Some(357));
    }

    /// 300 calls of two minutes over eight hours: A = 5/4, and the waits of two operators by the closed form.
    #[test]
    fn three_hundred_calls_a_day() {
        // One is busy without end.
        assert_eq!(in_time(1, 120, 25, 300), None);
        // C = 25/16 / (13/4) = 25/52; e^(−0.75 · 25/120) = e^(−0.15625) = 0.85534; 1 − 0.48077 · 0.85534 = 0.58878.
        assert_eq!(in_time(2, 120, 25, 300), Some(588));
        // Half as many again: A = 15/8, C = 0.90726, e^(−0.0260417) = 0.97429; 1 − 0.88394 = 0.11606.
        assert_eq!(in_time(2, 120, 25, 450), Some(116));
        // A = 2 exactly: two are busy without end, three are not.
        assert_eq!(in_time(2, 120, 25, 480), None);
        assert!(in_time(3, 120, 25, 480).is_some());
    }

    #[test]
    fn load_and_operators_needed_are_exact() {
        let staffing = Staffing {
            operators: 2,
            handling: 120,
            answer_within: 25,
        };
        let at = |calls| {
            let answer = staffing.answer(Load {
                calls,
                seconds: 28_800,
            });
            answer.map(|answer| (answer.load, answer.needed)).unwrap()
        };
        assert_eq!(at(0), (0, 1));
        assert_eq!(at(300), (125, 2));
        assert_eq!(at(479), (200, 2));
        assert_eq!(at(480), (200, 3));
    }

    /// More operators answer more, more calls fewer, and a later limit more.
    #[test]
    fn more_of_each_goes_the_right_way() {
        for operators in 1..12 {
            for calls in (0..2000).step_by(97) {
                for within in [0, 10, 30, 600] {
                    let here = in_time(operators, 150, within, calls).unwrap_or(0);
                    assert!(here <= 1000);
                    assert!(here <= in_time(operators + 1, 150, within, calls).unwrap_or(0));
                    assert!(here >= in_time(operators, 150, within, calls + 97).unwrap_or(0));
                    assert!(here <= in_time(operators, 150, within + 20, calls).unwrap_or(0));
                }
            }
        }
    }
}

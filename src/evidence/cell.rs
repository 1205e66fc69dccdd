//! One cell of text into one typed cell.
//!
//! Invariant: each call adds exactly one cell to a column that was asked for, and none to one that was not; a text that
//! does not fit is unreadable, never a neighbouring value.

use super::batch::{Cells, ColumnData, State};
use super::key::KeyRing;
use super::schema::{Column, Kind, Numerals};

/// The empty cells of a declared type; a personal column has none.
pub fn cells_of(kind: &Kind) -> ColumnData {
    match kind {
        Kind::Date(_) => ColumnData::Date(Cells::default()),
        Kind::DateTime(_) => ColumnData::Instant(Cells::default()),
        Kind::Duration(_) => ColumnData::Seconds(Cells::default()),
        Kind::Integer => ColumnData::Integer(Cells::default()),
        Kind::Category(_) => ColumnData::Category(Cells::default()),
        Kind::Boolean { .. } => ColumnData::Boolean(Cells::default()),
        Kind::Text => ColumnData::Text(Cells::default()),
        Kind::Weight => ColumnData::Weight(Cells::default()),
        Kind::Key(_) => ColumnData::Key(Cells::default()),
        Kind::Personal => ColumnData::Skipped,
    }
}

/// Adds a cell to a column made by [`cells_of`] for the same declaration, and says what is known of it. The blanks around
/// the text (ASCII ones and French no-break spaces) do not count.
pub fn decode(text: &str, column: &Column, keys: &KeyRing, data: &mut ColumnData) -> State {
    decode_with(text, column.numerals, column, keys, data)
}

/// The same for a text whose numbers follow signs of their own.
pub(super) fn decode_with(
    text: &str,
    numerals: Numerals,
    column: &Column,
    keys: &KeyRing,
    data: &mut ColumnData,
) -> State {
    let text = trim(text);
    if text.is_empty() || column.nothing.iter().any(|word| word == text) {
        data.push_unknown(State::Missing);
        return State::Missing;
    }
    match (&column.kind, data) {
        (Kind::Date(format), ColumnData::Date(cells)) => {
            put(cells, format.read_with(text, numerals))
        }
        (Kind::DateTime(format), ColumnData::Instant(cells)) => {
            put(cells, format.read_with(text, numerals))
        }
        (Kind::Duration(format), ColumnData::Seconds(cells)) => {
            put(cells, format.read_with(text, numerals))
        }
        (Kind::Integer, ColumnData::Integer(cells)) => put(cells, numerals.whole(text, 1)),
        (Kind::Weight, ColumnData::Weight(cells)) => put(
            cells,
            numerals
                .whole(text, 1)
                .and_then(|number| u64::try_from(number).ok()),
        ),
        (Kind::Category(vocabulary), ColumnData::Category(cells)) => {
            let known = vocabulary.words.iter().find(|(word, _)| word == text);
            put(cells, known.map(|(_, index)| *index))
        }
        (Kind::Boolean { yes, no }, ColumnData::Boolean(cells)) => {
            let among = |words: &[String]| words.iter().any(|word| word == text);
            let value = if among(yes) {
                Some(true)
            } else {
                among(no).then_some(false)
            };
            put(cells, value)
        }
        (Kind::Text, ColumnData::Text(cells)) => put(cells, Some(())),
        (Kind::Key(normal), ColumnData::Key(cells)) => {
            put(cells, Some(keys.digest(&normal.fold(text))))
        }
        (_, data) => {
            data.push_unknown(State::Unreadable);
            State::Unreadable
        }
    }
}

/// A cell or header text without the blanks around it.
pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| {
        matches!(
            c,
            ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{a0}' | '\u{202f}'
        )
    })
}

fn put<T: Copy + Default>(cells: &mut Cells<T>, value: Option<T>) -> State {
    match value {
        Some(value) => {
            cells.push(value);
            State::Known
        }
        None => {
            cells.push_unknown(State::Unreadable);
            State::Unreadable
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{cells_of, decode};
    use crate::evidence::batch::{ColumnData, State};
    use crate::evidence::format::{DateFormat, DateTimeFormat, DurationFormat};
    use crate::evidence::key::KeyRing;
    use crate::evidence::normal::Normal;
    use crate::evidence::schema::{Column, Kind, Numerals, Subject, Vocabulary};

    fn cell(kind: Kind, text: &str) -> (State, ColumnData) {
        let column = Column {
            name: "c".into(),
            header: "C".into(),
            kind,
            nothing: vec!["0:00".into(), "-".into()],
            numerals: Numerals::default(),
        };
        let mut data = cells_of(&column.kind);
        let state = decode(text, &column, &KeyRing::new([7; 32]), &mut data);
        (state, data)
    }

    #[test]
    fn every_kind_takes_exactly_one_cell() {
        let vocabulary = Vocabulary {
            subject: Subject::Own,
            values: vec!["kept".into(), "missed".into()],
            words: vec![("honoré".into(), 0), ("non honoré".into(), 1)],
        };
        let boolean = Kind::Boolean {
            yes: vec!["oui".into()],
            no: vec!["non".into()],
        };
        let kinds = [
            (
                Kind::Date(DateFormat::parse("dd/mm/yyyy").unwrap()),
                "07/05/2026",
                "07/05/26",
            ),
            (
                Kind::DateTime(DateTimeFormat::parse("dd/mm/yyyy HH:MM").unwrap()),
                "07/05/2026 9:00",
                "07/05/2026",
            ),
            (
                Kind::Duration(DurationFormat::parse("mm:ss").unwrap()),
                "03:20",
                "320",
            ),
            (Kind::Integer, "-1 200", "12,5"),
            (Kind::Weight, "1 200", "-3"),
            (Kind::Category(vocabulary), "non honoré", "Honoré"),
            (boolean, "oui", "Oui"),
        ];
        for (kind, fit, misfit) in kinds {
            for (text, state) in [
                (fit, State::Known),
                (misfit, State::Unreadable),
                ("", State::Missing),
                ("-", State::Missing),
            ] {
                let padded = format!("\u{a0} {text}\u{202f}\t");
                let (got, data) = cell(kind.clone(), &padded);
                assert_eq!(got, state, "{kind:?} {text}");
                assert_eq!(data.cell_count(), Some(1));
            }
        }
    }

    /// What an export writes for "did not happen" is nothing, also where it would read as a value.
    #[test]
    fn nothing_happened_is_missing_whatever_it_reads_as() {
        let column = |kind: Kind| Column {
            name: "c".into(),
            header: "C".into(),
            kind,
            nothing: ["0:00:00", "17:00", "00:00 - 00:00", "0", "01/01/1970 00:00"]
                .map(String::from)
                .to_vec(),
            numerals: Numerals::default(),
        };
        let time = Kind::Duration(DurationFormat::parse("HH:MM:SS").unwrap());
        let hour = Kind::Duration(DurationFormat::parse("HH:MM").unwrap());
        let instant = Kind::DateTime(DateTimeFormat::parse("dd/mm/yyyy HH:MM").unwrap());
        let serial = Kind::Duration(DurationFormat::parse("excel").unwrap());
        let kinds = [
            (time.clone(), "0:00:00", State::Missing),
            (time.clone(), " 0:00:00 ", State::Missing),
            (time.clone(), "00:00:00", State::Known),
            (time, "0:00:01", State::Known),
            (hour.clone(), "17:00", State::Missing),
            (hour.clone(), "17:01", State::Known),
            (hour, "00:00 - 00:00", State::Missing),
            (instant.clone(), "01/01/1970 00:00", State::Missing),
            (instant.clone(), "01/01/1970 00:01", State::Known),
            (instant, "0", State::Missing),
            (serial.clone(), "0", State::Missing),
            (serial, "0.5", State::Known),
            (Kind::Integer, "0", State::Missing),
            (Kind::Weight, "0", State::Missing),
            (Kind::Text, "17:00", State::Missing),
            (Kind::Key(Normal::default()), "0", State::Missing),
            (Kind::Category(Vocabulary::default()), "0", State::Missing),
        ];
        for (kind, text, expected) in kinds {
            let mut data = cells_of(&kind);
            let state = decode(text, &column(kind), &KeyRing::new([7; 32]), &mut data);
            assert_eq!(state, expected, "{text}");
            assert_eq!(data.cell_count(), Some(1));
        }
    }

    #[test]
    fn texts_keep_their_presence_keys_their_digest_and_personal_data_nothing() {
        let (state, data) = cell(Kind::Text, "bonjour");
        assert_eq!(state, State::Known);
        assert!(!format!("{data:?}").contains("bonjour"));
        let (_, data) = cell(Kind::Key(Normal::default()), " 2026-17 ");
        let ColumnData::Key(cells) = data else {
            panic!("a column of digests")
        };
        assert_eq!(cells.get(0), Ok(KeyRing::new([7; 32]).digest("2026-17")));
        assert_eq!(cell(Kind::Personal, "Dupont").1, ColumnData::Skipped);
    }
}

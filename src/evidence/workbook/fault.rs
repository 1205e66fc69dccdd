//! Why a workbook cannot be used.
//!
//! Invariant: a fault carries counts and the names of formats only; its number on the wire never changes its meaning.

use crate::diagnostic::Code;

/// The file is of another format than the declared one.
pub const OTHER: Code = Code::new("evidence-workbook-other");
/// The workbook is protected by a password.
pub const ENCRYPTED: Code = Code::new("evidence-workbook-encrypted");
/// The file is cut off or damaged.
pub const DAMAGED: Code = Code::new("evidence-workbook-damaged");
/// The file is over the limit of size.
pub const SIZE: Code = Code::new("evidence-workbook-size");
/// What is packed in it unpacks beyond measure.
pub const INFLATED: Code = Code::new("evidence-workbook-inflated");
/// It is made of too many parts.
pub const ENTRIES: Code = Code::new("evidence-workbook-entries");
/// Its table of texts is too large.
pub const STRINGS: Code = Code::new("evidence-workbook-strings");
/// A cell lies outside the grid, or comes before one that was read already.
pub const GRID: Code = Code::new("evidence-workbook-grid");
/// A cell or a row is said to repeat beyond measure.
pub const REPEATED: Code = Code::new("evidence-workbook-repeated");
/// It declares entities of its own.
pub const ENTITIES: Code = Code::new("evidence-workbook-entities");
/// Its elements are nested too deep.
pub const DEEP: Code = Code::new("evidence-workbook-deep");
/// It holds too many cells.
pub const CELLS: Code = Code::new("evidence-workbook-cells");
/// A text in it, or a row, is too long.
pub const TEXT: Code = Code::new("evidence-workbook-text");
/// It has several sheets, or none, and the source does not say which.
pub const SHEET_NEEDED: Code = Code::new("evidence-workbook-sheet-needed");
/// It has no sheet of the declared name.
pub const SHEET_MISSING: Code = Code::new("evidence-workbook-sheet-missing");
/// It has two sheets of the declared name.
pub const SHEET_TWICE: Code = Code::new("evidence-workbook-sheet-twice");
/// Reading it took too long, and was stopped.
pub const READER_TIME: Code = Code::new("evidence-reader-time");
/// Its reader stopped before the end, most likely at its limit of memory.
pub const READER_DIED: Code = Code::new("evidence-reader-died");
/// Its reader said something that no reader says.
pub const READER_LIED: Code = Code::new("evidence-reader-lied");

/// What a file is that is not of the declared format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// A page or a table in HTML.
    Html,
    /// XML of its own, such as Excel's of 2003.
    Xml,
    /// Lines of text.
    Text,
    /// Excel 97 to 2003.
    Xls,
    /// Excel since 2007.
    Xlsx,
    /// OpenDocument.
    Ods,
    /// Excel's binary workbook.
    Xlsb,
    /// Excel before 97.
    OldExcel,
    /// None of these.
    Unknown,
}

impl Found {
    const ALL: [(Self, &'static str); 9] = [
        (Self::Html, "html"),
        (Self::Xml, "xml"),
        (Self::Text, "text"),
        (Self::Xls, "xls"),
        (Self::Xlsx, "xlsx"),
        (Self::Ods, "ods"),
        (Self::Xlsb, "xlsb"),
        (Self::OldExcel, "old-excel"),
        (Self::Unknown, "unknown"),
    ];

    /// Its name in messages.
    pub fn id(self) -> &'static str {
        let mut all = Self::ALL.iter();
        all.find(|(found, _)| *found == self)
            .map_or("unknown", |(_, id)| id)
    }

    fn number(self) -> u32 {
        let place = Self::ALL.iter().position(|(found, _)| *found == self);
        place
            .and_then(|place| u32::try_from(place).ok())
            .unwrap_or(0)
    }

    fn of(number: u32) -> Option<Self> {
        let place = usize::try_from(number).ok()?;
        Self::ALL.get(place).map(|(found, _)| *found)
    }
}

/// Why a workbook cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkbookFault {
    /// It is of another format than the declared one.
    Other(Found),
    /// It is protected by a password.
    Encrypted,
    /// It is cut off or damaged.
    Damaged,
    /// It is larger than 256 MiB (64 MiB for XLS).
    Size,
    /// One of its parts unpacks to over 2 GiB, or to over 300 times its size.
    Inflated,
    /// It has over 4,096 parts, or a list of them over 4 MiB.
    Entries,
    /// Its table of texts is over 128 MiB.
    Strings,
    /// A cell lies outside the grid, or comes before one that was read already.
    Grid,
    /// A filled cell is repeated over 1,024 times, or a filled row over 10,000 times.
    Repeated,
    /// It declares entities, or uses those of someone else.
    Entities,
    /// Its elements are nested over 256 deep.
    Deep,
    /// It holds over 50 million filled cells (5 million for XLS).
    Cells,
    /// A text is over 128 KiB, or a row or an element over 1 MiB.
    Text,
    /// It has so many sheets, and none is declared.
    SheetNeeded(u32),
    /// None of its so many sheets has the declared name.
    SheetMissing(u32),
    /// Several of its so many sheets have the declared name.
    SheetTwice(u32),
    /// Reading it was stopped at its time limit.
    Time,
    /// Its reader ended before the file did.
    Died,
    /// Its reader handed over what is no row.
    Lied,
}

impl WorkbookFault {
    /// The code of its diagnostic.
    pub const fn code(self) -> Code {
        match self {
            Self::Other(_) => OTHER,
            Self::Encrypted => ENCRYPTED,
            Self::Damaged => DAMAGED,
            Self::Size => SIZE,
            Self::Inflated => INFLATED,
            Self::Entries => ENTRIES,
            Self::Strings => STRINGS,
            Self::Grid => GRID,
            Self::Repeated => REPEATED,
            Self::Entities => ENTITIES,
            Self::Deep => DEEP,
            Self::Cells => CELLS,
            Self::Text => TEXT,
            Self::SheetNeeded(_) => SHEET_NEEDED,
            Self::SheetMissing(_) => SHEET_MISSING,
            Self::SheetTwice(_) => SHEET_TWICE,
            Self::Time => READER_TIME,
            Self::Died => READER_DIED,
            Self::Lied => READER_LIED,
        }
    }

    /// How many sheets there are, where that is what matters.
    pub const fn sheets(self) -> Option<u32> {
        match self {
            Self::SheetNeeded(sheets) | Self::SheetMissing(sheets) | Self::SheetTwice(sheets) => {
                Some(sheets)
            }
            _ => None,
        }
    }

    /// What the file is, where that is what matters.
    pub const fn found(self) -> Option<Found> {
        match self {
            Self::Other(found) => Some(found),
            _ => None,
        }
    }

    /// Its two numbers on the wire.
    pub fn numbers(self) -> (u8, u32) {
        match self {
            Self::Other(found) => (0, found.number()),
            Self::Encrypted => (1, 0),
            Self::Damaged => (2, 0),
            Self::Size => (3, 0),
            Self::Inflated => (4, 0),
            Self::Entries => (5, 0),
            Self::Strings => (6, 0),
            Self::Grid => (7, 0),
            Self::Repeated => (8, 0),
            Self::Entities => (9, 0),
            Self::Deep => (10, 0),
            Self::Cells => (11, 0),
            Self::Text => (12, 0),
            Self::SheetNeeded(sheets) => (13, sheets),
            Self::SheetMissing(sheets) => (14, sheets),
            Self::SheetTwice(sheets) => (15, sheets),
            Self::Time => (16, 0),
            Self::Died => (17, 0),
            Self::Lied => (18, 0),
        }
    }

    /// The fault of two numbers; none for numbers that a reader never gives.
    pub fn of_numbers(kind: u8, number: u32) -> Option<Self> {
        Some(match kind {
            0 => Self::Other(Found::of(number)?),
            1 => Self::Encrypted,
            2 => Self::Damaged,
            3 => Self::Size,
            4 => Self::Inflated,
            5 => Self::Entries,
            6 => Self::Strings,
            7 => Self::Grid,
            8 => Self::Repeated,
            9 => Self::Entities,
            10 => Self::Deep,
            11 => Self::Cells,
            12 => Self::Text,
            13 => Self::SheetNeeded(number),
            14 => Self::SheetMissing(number),
            15 => Self::SheetTwice(number),
            _ => return None,
        })
    }
}

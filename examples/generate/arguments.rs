//! The command line.
//!
//! Invariant: an argument that is not understood stops the program before a file is touched.

use std::path::PathBuf;

use crate::Town;

/// The settings, as given.
#[derive(Debug)]
pub(crate) struct Arguments {
    out: Option<PathBuf>,
    factor: u64,
    seed: u64,
}

impl Arguments {
    /// Reads the arguments after the program's name.
    pub(crate) fn parse(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut arguments = Self {
            out: None,
            factor: 1,
            seed: 2026,
        };
        while let Some(word) = words.next() {
            let value = words
                .next()
                .ok_or_else(|| format!("`{word}` needs a value"))?;
            match word.as_str() {
                "--out" => arguments.out = Some(PathBuf::from(value)),
                "--scale" => arguments.factor = scale(&value)?,
                "--seed" => arguments.seed = number(&value)?,
                _ => return Err(format!("`{word}` is not one of --out, --scale, --seed")),
            }
        }
        Ok(arguments)
    }

    /// Fills in the folder: a larger scale never lands on the committed files by default.
    pub(crate) fn into_town(self) -> Town {
        let default = if self.factor == 1 {
            "evidence"
        } else {
            "evidence-large"
        };
        Town {
            out: self.out.unwrap_or_else(|| PathBuf::from(default)),
            factor: self.factor,
            seed: self.seed,
        }
    }
}

fn scale(text: &str) -> Result<u64, String> {
    match text.strip_prefix("region:") {
        Some(factor) => match number(factor)? {
            0 => Err("the factor of a region is at least 1".to_owned()),
            factor => Ok(factor),
        },
        None if text == "town" => Ok(1),
        None => Err(format!("`{text}` is neither `town` nor `region:N`")),
    }
}

fn number(text: &str) -> Result<u64, String> {
    text.parse()
        .map_err(|_| format!("`{text}` is not a whole number"))
}

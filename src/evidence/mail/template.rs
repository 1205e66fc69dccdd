//! What a town declares of its e-mails: its mailboxes, its template, its marks.
//!
//! Invariant: made when the charter is read, and only read afterwards; addresses are in lower case.

use super::words::Wording;

/// What is declared of a source of e-mails.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MailSettings {
    /// The mailboxes, in the order of declaration.
    pub mailboxes: Vec<Mailbox>,
    /// The ids of the charter's services, where mailboxes name theirs.
    pub services: Option<Vec<String>>,
    /// The form that the town gave itself.
    pub template: Template,
    /// How some messages can be told.
    pub marks: Marks,
}

/// A generic mailbox of the town.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// Its id.
    pub id: String,
    /// Its addresses.
    pub addresses: Vec<String>,
    /// The service that answers.
    pub service: Option<u32>,
}

/// The form that the town gave its e-mails.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Template {
    /// How a message may begin.
    pub greetings: Vec<Wording>,
    /// How it may end.
    pub closings: Vec<Wording>,
    /// What must not be shortened so.
    pub abbreviations: Vec<Wording>,
    /// The roles of agents.
    pub roles: Vec<Wording>,
    /// The names of the services, as signatures give them.
    pub services: Vec<Wording>,
    /// The administrative addresses, as signatures give them.
    pub addresses: Vec<Wording>,
    /// The telephone numbers.
    pub phones: Vec<Phone>,
    /// Words that speak of an attachment.
    pub attachments: Vec<Wording>,
    /// Words that announce a delay.
    pub delays: Vec<Wording>,
    /// Other lines of signatures, which say nothing of the agent.
    pub ignored: Vec<Wording>,
}

/// How some messages can be told by their subject.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks {
    /// Personal or private messages, which are not read.
    pub personal: Vec<Wording>,
    /// Automatic or unwanted messages.
    pub automatic: Vec<Wording>,
    /// Acknowledgements of receipt that the town sends by itself.
    pub acknowledgements: Vec<Wording>,
}

/// The digits of a telephone number; none stands for any digit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone(Vec<Option<u8>>);

impl Phone {
    /// The fewest digits of a pattern.
    const FEWEST: usize = 6;

    /// Reads a number such as `01 99 00 ## ##`; none for other signs or too few digits.
    pub fn parse(text: &str) -> Option<Self> {
        let mut digits = Vec::new();
        for letter in text.chars() {
            match letter {
                '0'..='9' => digits.push(
                    letter
                        .to_digit(10)
                        .and_then(|digit| u8::try_from(digit).ok()),
                ),
                '#' => digits.push(None),
                ' ' | '.' | '-' | '\u{a0}' | '\u{202f}' => {}
                _ => return None,
            }
        }
        (digits.len() >= Self::FEWEST).then_some(Self(digits))
    }

    /// Whether digits are the number, in the form of the country or the international one.
    pub(super) fn matches(&self, digits: &[u8]) -> bool {
        let same = |digits: &[u8]| {
            digits.len() == self.0.len()
                && digits
                    .iter()
                    .zip(&self.0)
                    .all(|(found, wanted)| wanted.is_none_or(|wanted| wanted == *found))
        };
        let national = digits
            .strip_prefix(&[0, 0, 3, 3])
            .or_else(|| digits.strip_prefix(&[3, 3]));
        let national = national.map(|rest| {
            let rest = rest.strip_prefix(&[0]).unwrap_or(rest);
            [&[0], rest].concat()
        });
        same(digits) || national.is_some_and(|digits| same(&digits))
    }
}

/// An address in the form in which addresses are compared; none for what is no address.
pub fn address(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let (local, domain) = text.split_once('@')?;
    let fits = |part: &str| {
        !part.is_empty()
            && !part.contains(|letter: char| {
                letter.is_whitespace() || letter.is_control() || "<>()[],;:@\"".contains(letter)
            })
    };
    (fits(local) && fits(domain)).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::{Phone, address};

    #[test]
    fn numbers_match_in_both_forms() {
        let phone = Phone::parse("01 99 00 1# ##").unwrap();
        let digits = |text: &str| {
            text.bytes()
                .filter(u8::is_ascii_digit)
                .map(|byte| byte - b'0')
                .collect::<Vec<u8>>()
        };
        for (text, found) in [
            ("01 99 00 12 34", true),
            ("+33 1 99 00 12 34", true),
            ("+33 (0)1 99 00 12 34", true),
            ("0033199001234", true),
            ("01 99 00 22 34", false),
            ("01 99 00 12 3", false),
            ("101 99 00 12 34", false),
        ] {
            assert_eq!(phone.matches(&digits(text)), found, "{text}");
        }
        assert_eq!(Phone::parse("01 99"), None);
        assert_eq!(Phone::parse("poste 123456"), None);
    }

    #[test]
    fn addresses_are_compared_in_lower_case() {
        assert_eq!(
            address(" Mairie@Ville.Example ").as_deref(),
            Some("mairie@ville.example")
        );
        for text in [
            "mairie",
            "@ville.example",
            "a b@ville.example",
            "a@b@c",
            "a@",
            "<a@b>",
        ] {
            assert_eq!(address(text), None, "{text}");
        }
    }
}

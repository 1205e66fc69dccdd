//! The facts of a message: the fixed columns of every source of e-mails.
//!
//! Invariant: the schema depends on what the charter declares alone, and each fact is a column of it.

use super::template::MailSettings;
use crate::evidence::format::{DateFormat, DateTimeFormat};
use crate::evidence::schema::{Column, Kind, Numerals, Schema, Subject, Vocabulary};

/// What is told of the form of a message that the town sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// It has a subject.
    Subject,
    /// It begins with a declared greeting.
    Greeting,
    /// It ends with a declared closing.
    Closing,
    /// It has a signature behind the closing.
    Signature,
    /// The signature gives a first name.
    FirstName,
    /// The signature gives a family name.
    LastName,
    /// The signature gives a declared role.
    Role,
    /// The signature gives a declared service.
    Service,
    /// The signature gives a declared address.
    Address,
    /// The signature gives a declared telephone number.
    Phone,
    /// The signature gives an address of a declared mailbox.
    Mail,
    /// Three words in a row are written in capitals.
    Capitals,
    /// A declared abbreviation is used.
    Abbreviation,
    /// It has attachments.
    Attachments,
    /// The text speaks of an attachment.
    Announced,
    /// The text announces a delay.
    Delay,
}

impl Form {
    /// Every fact of form, by the name of its column.
    pub const ALL: [(Self, &'static str); 16] = [
        (Self::Subject, "objet"),
        (Self::Greeting, "salutation"),
        (Self::Closing, "politesse"),
        (Self::Signature, "signature"),
        (Self::FirstName, "prenom"),
        (Self::LastName, "nom"),
        (Self::Role, "fonction"),
        (Self::Service, "nom_du_service"),
        (Self::Address, "adresse"),
        (Self::Phone, "telephone"),
        (Self::Mail, "adresse_de_la_boite"),
        (Self::Capitals, "capitales"),
        (Self::Abbreviation, "abreviation"),
        (Self::Attachments, "pieces_jointes"),
        (Self::Announced, "pieces_annoncees"),
        (Self::Delay, "delai_annonce"),
    ];
}

/// A fact of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// When it was received or sent, in the town's time.
    Date,
    /// Received, sent, or written within the town.
    Direction,
    /// Which mailbox.
    Mailbox,
    /// The service that answers this mailbox.
    Service,
    /// Written by a program.
    Automatic,
    /// A message received that answers no other.
    Opens,
    /// When the first answer to a message received was sent.
    AnsweredOn,
    /// When its receipt was first acknowledged, by an answer or otherwise.
    AcknowledgedOn,
    /// The day until which it certainly had no answer.
    UnansweredUntil,
    /// The day until which its receipt had certainly not been acknowledged.
    UnacknowledgedUntil,
    /// A message sent that is the first answer to one received.
    FirstAnswer,
    /// A message by which the town acknowledges receipt.
    Acknowledgement,
    /// A fact of form.
    Form(Form),
}

/// The values of the direction, in order.
pub const DIRECTIONS: [&str; 3] = ["reçu", "envoyé", "interne"];
/// The delay of the first answer, a quantity of every source of e-mails.
pub const ANSWER_DELAY: &str = "delai_reponse";
/// The delay of the acknowledgement.
pub const ACKNOWLEDGEMENT_DELAY: &str = "delai_accuse";

impl Fact {
    /// The facts beside those of form, by the name of their columns.
    pub const ALL: [(Self, &'static str); 12] = [
        (Self::Date, "date"),
        (Self::Direction, "sens"),
        (Self::Mailbox, "boite"),
        (Self::Service, "service"),
        (Self::Automatic, "automatique"),
        (Self::Opens, "nouvelle_demande"),
        (Self::AnsweredOn, "repondu_le"),
        (Self::AcknowledgedOn, "accuse_le"),
        (Self::UnansweredUntil, "sans_reponse_au"),
        (Self::UnacknowledgedUntil, "sans_accuse_au"),
        (Self::FirstAnswer, "premiere_reponse"),
        (Self::Acknowledgement, "accuse_reception"),
    ];

    /// The fact of a column.
    pub fn of(name: &str) -> Option<Self> {
        let own = Self::ALL.into_iter().find(|(_, known)| *known == name);
        let form = || Form::ALL.into_iter().find(|(_, known)| *known == name);
        own.map(|(fact, _)| fact)
            .or_else(|| form().map(|(form, _)| Self::Form(form)))
    }

    /// The type of its column; none for a fact that the settings do not give.
    fn kind(self, settings: &MailSettings) -> Option<Kind> {
        let own = |values: Vec<String>| Vocabulary {
            subject: Subject::Own,
            words: values.iter().cloned().zip(0..).collect(),
            values,
        };
        match self {
            Self::Date | Self::AnsweredOn | Self::AcknowledgedOn => {
                let format = DateTimeFormat::parse("yyyy-mm-dd HH:MM:SS").ok()?;
                Some(Kind::DateTime(format))
            }
            Self::UnansweredUntil | Self::UnacknowledgedUntil => {
                DateFormat::parse("yyyy-mm-dd").ok().map(Kind::Date)
            }
            Self::Direction => Some(Kind::Category(own(DIRECTIONS.map(str::to_owned).to_vec()))),
            Self::Mailbox => {
                let ids = settings.mailboxes.iter().map(|mailbox| mailbox.id.clone());
                Some(Kind::Category(own(ids.collect())))
            }
            Self::Service => {
                let values = settings.services.clone()?;
                let words = settings.mailboxes.iter().filter_map(|mailbox| {
                    let service = mailbox.service?;
                    Some((mailbox.id.clone(), service))
                });
                Some(Kind::Category(Vocabulary {
                    subject: Subject::Services,
                    words: words.collect(),
                    values,
                }))
            }
            Self::Automatic
            | Self::Opens
            | Self::FirstAnswer
            | Self::Acknowledgement
            | Self::Form(_) => Some(Kind::Boolean {
                yes: Vec::new(),
                no: Vec::new(),
            }),
        }
    }
}

/// The columns of a source of e-mails.
pub fn schema(settings: &MailSettings) -> Schema {
    let own = Fact::ALL.into_iter();
    let form = Form::ALL
        .into_iter()
        .map(|(form, name)| (Fact::Form(form), name));
    let columns = own.chain(form).filter_map(|(fact, name)| {
        Some(Column {
            name: name.to_owned(),
            header: name.to_owned(),
            kind: fact.kind(settings)?,
            nothing: Vec::new(),
            numerals: Numerals::default(),
        })
    });
    Schema {
        columns: columns.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Fact, Form, schema};
    use crate::evidence::mail::template::MailSettings;

    #[test]
    fn every_fact_is_a_column_but_services_that_no_mailbox_names() {
        let mut settings = MailSettings::default();
        assert_eq!(
            schema(&settings).columns.len(),
            Fact::ALL.len() + Form::ALL.len() - 1
        );
        settings.services = Some(vec!["accueil".to_owned()]);
        let schema = schema(&settings);
        assert_eq!(schema.columns.len(), Fact::ALL.len() + Form::ALL.len());
        for column in &schema.columns {
            assert!(Fact::of(&column.name).is_some(), "{}", column.name);
        }
    }

    #[test]
    fn facts_of_form_stand_in_their_order() {
        for (rank, (form, _)) in Form::ALL.into_iter().enumerate() {
            assert_eq!(form as usize, rank);
        }
    }
}

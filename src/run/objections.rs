//! Objections to single rows: which of them the files at hand bear out.
//!
//! Invariant: an objection is applied only to the file that it was made on, by its digest, and only if its row is judged;
//! one that is not is reported where it is written.

use super::plan::{Feed, measured_names};
use crate::charter::Charter;
use crate::charter::objection::Objection;
use crate::diagnostic::{Code, Diagnostic};
use crate::measure::rule::Input;
use crate::measure::ruling::{Heard, Rulings};
use crate::scorecard::{Review, ReviewState, SourceAccount};

/// The objection was made on another file.
pub(super) const OTHER_FILE: Code = Code::new("run-objection-digest");
/// The objection matches no judged row.
pub(super) const NO_ROW: Code = Code::new("run-objection-row");

/// Rulings on rows, for one requirement, and the file that they stand or fall with.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    /// Which file of the requirement's source.
    file: u32,
    /// The digest that the objections name; none where the files have been compared with it already.
    digest: Option<String>,
    /// How the rows count.
    pub(super) rulings: Rulings,
}

impl Claim {
    /// Whether the claim is about a file of this digest.
    pub(super) fn is_borne_out(&self, digest: Option<&str>) -> bool {
        self.digest.is_none() || self.digest.as_deref() == digest
    }
}

/// The objections to the rows of each measured requirement.
#[derive(Debug)]
pub(super) struct Docket<'a> {
    requirements: Vec<(Vec<&'a Objection>, Vec<Claim>)>,
}

impl<'a> Docket<'a> {
    /// Sorts the objections by requirement, file and digest.
    pub(super) fn new(charter: &'a Charter) -> Self {
        let requirements = measured_names(charter)
            .into_iter()
            .map(|(engagement, requirement)| {
                let of_requirement = |objection: &&Objection| {
                    objection.engagement == engagement && objection.requirement == requirement
                };
                let objections: Vec<&Objection> =
                    charter.objections.iter().filter(of_requirement).collect();
                let claims = claims(&objections);
                (objections, claims)
            })
            .collect();
        Self { requirements }
    }

    /// Whether anyone has objected to a row of a requirement.
    pub(super) fn concerns(&self, requirement: usize) -> bool {
        let entry = self.requirements.get(requirement);
        entry.is_some_and(|(objections, _)| !objections.is_empty())
    }

    /// The claims on a file, for a requirement that its source feeds: one for each digest that they name.
    pub(super) fn claims(&self, feed: Feed, file: u32) -> Vec<Claim> {
        let claims = self.of(feed).filter(|claim| claim.file == file);
        claims.cloned().collect()
    }

    /// The claims on the rows of a source whose files' digests are known.
    pub(super) fn known(&self, feed: Feed, account: &SourceAccount) -> Claim {
        let mut known = Claim {
            file: 0,
            digest: None,
            rulings: Rulings::new(),
        };
        for ((digest, _), file) in account.files.iter().zip(1_u32..) {
            let claims = self.of(feed).filter(|claim| claim.file == file);
            for claim in claims.filter(|claim| claim.is_borne_out(digest.as_deref())) {
                known.rulings.extend(&claim.rulings);
            }
        }
        known
    }

    /// The claims for a requirement on the rows that it judges.
    fn of(&self, feed: Feed) -> impl Iterator<Item = &Claim> {
        let main = feed.input == Input::Main;
        let entry = self.requirements.get(feed.requirement).filter(|_| main);
        entry.into_iter().flat_map(|(_, claims)| claims)
    }

    /// What has become of the objections to rows of a requirement, those not applied being reported.
    pub(super) fn reviews(
        &self,
        requirement: usize,
        source: &str,
        account: &SourceAccount,
        heard: &Heard,
        faults: &mut Vec<Diagnostic>,
    ) -> Vec<Review> {
        let objections = self.requirements.get(requirement);
        let objections = objections.map_or(&[][..], |(objections, _)| objections);
        let review = |objection: &&Objection| {
            let state = state(objection, account, heard);
            let code = match state {
                ReviewState::Applied => None,
                ReviewState::OtherFile => Some(OTHER_FILE),
                ReviewState::NoRow => Some(NO_ROW),
            };
            faults.extend(code.map(|code| {
                Diagnostic::warning(code)
                    .arg("source", source)
                    .arg("file", objection.row.file.to_string())
                    .arg("line", objection.row.line.to_string())
                    .at(objection.place.clone())
            }));
            Review {
                objection: (*objection).clone(),
                state,
            }
        };
        objections.iter().map(review).collect()
    }
}

fn claims(objections: &[&Objection]) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    for objection in objections {
        let known = claims.iter().position(|claim| {
            let digest = claim.digest.as_ref();
            claim.file == objection.row.file && digest == Some(&objection.digest)
        });
        let place = known.unwrap_or(claims.len());
        if known.is_none() {
            claims.push(Claim {
                file: objection.row.file,
                digest: Some(objection.digest.clone()),
                rulings: Rulings::new(),
            });
        }
        if let Some(claim) = claims.get_mut(place) {
            claim.rulings.insert(objection.row, objection.ruling);
        }
    }
    claims
}

fn state(objection: &Objection, account: &SourceAccount, heard: &Heard) -> ReviewState {
    let rank = objection.row.file.checked_sub(1);
    let file = rank.and_then(|rank| account.files.get(usize::try_from(rank).ok()?));
    let digest = file.and_then(|(digest, _)| digest.as_deref());
    match digest {
        Some(digest) if digest != objection.digest => ReviewState::OtherFile,
        Some(_) if heard.judged(objection.row) => ReviewState::Applied,
        _ => ReviewState::NoRow,
    }
}

//! `charte`: a town hall's charter of engagements, checked against its evidence.
//!
//! The layers, from the bottom up; imports only go down (see ARCHITECTURE.md).

pub mod calendar;
pub mod charter;
pub mod cli;
pub mod diagnostic;
pub mod evidence;
pub mod measure;
pub mod messages;
pub mod publish;
pub mod ratio;
pub mod reference;
pub mod report;
pub mod run;
pub mod scorecard;
pub mod verdict;

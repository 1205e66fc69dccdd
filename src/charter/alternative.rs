//! Other communes or bodies that offer a service, how appointments are booked, and what places and services are also called.
//!
//! Invariant: every name can be found on a page, and names one thing only.

use super::decode::services;
use super::document::{Entry, Node};
use super::fault::{NO_WORD, WORD_TWICE};
use crate::diagnostic::Diagnostic;
use crate::evidence::page::{Channel, Names};

/// Another commune or body that offers a service.
#[derive(Debug, Clone)]
pub struct Alternative {
    /// Its name.
    pub name: String,
    /// What else it is called.
    pub aliases: Vec<String>,
    /// The services that it offers too, as positions; all of them where none is named.
    pub services: Vec<u32>,
    /// Its postal address.
    pub address: Option<String>,
    /// Its page.
    pub url: Option<String>,
}

/// Reads the list.
pub(super) fn read(node: &Node, ids: &[String], faults: &mut Vec<Diagnostic>) -> Vec<Alternative> {
    let tables = node.tables("alternative");
    tables
        .filter_map(|table| {
            let offered = services(table, "services", ids, faults);
            nameable(table, faults);
            Some(Alternative {
                name: table.string("name")?,
                aliases: table.texts("aliases"),
                services: offered.unwrap_or_default(),
                address: table.string("address"),
                url: table.string("url"),
            })
        })
        .collect()
}

/// The channels of a service.
pub(super) fn booking(service: &Node) -> Vec<Channel> {
    let mut channels: Vec<Channel> = service
        .strings("booking")
        .into_iter()
        .filter_map(|(name, _)| Channel::parse(name))
        .collect();
    channels.sort_unstable();
    channels.dedup();
    channels
}

/// No two places, and no two services, are called the same.
pub(super) fn names_apart(node: &Node, faults: &mut Vec<Diagnostic>) {
    for key in ["sites", "services"] {
        let mut known: Vec<(usize, String)> = Vec::new();
        let entries = node.get(key).map_or(&[][..], Node::entries);
        for (rank, entry) in entries.iter().enumerate() {
            nameable(&entry.node, faults);
            for (text, at) in names(entry) {
                let form = Names::form(text);
                let taken = known
                    .iter()
                    .any(|(other, name)| *name == form && *other != rank);
                // Two places of one name are told apart by their hours only: an alias is what must not be shared.
                if taken && at.is_some() {
                    let place = at.map_or_else(|| entry.place(), Node::place);
                    faults.push(Diagnostic::error(WORD_TWICE).arg("word", text).at(place));
                }
                known.push((rank, form));
            }
        }
    }
}

/// The name of an entry and its aliases, these with their nodes.
fn names(entry: &Entry) -> Vec<(&str, Option<&Node>)> {
    let name = entry.node.get("name").and_then(Node::text);
    let aliases = entry.node.strings("aliases").into_iter();
    name.map(|name| (name, None))
        .into_iter()
        .chain(aliases.map(|(text, at)| (text, Some(at))))
        .collect()
}

/// An alias is made of words.
fn nameable(node: &Node, faults: &mut Vec<Diagnostic>) {
    for (text, at) in node.strings("aliases") {
        if !text.trim().is_empty() && !Names::is_name(text) {
            faults.push(Diagnostic::error(NO_WORD).arg("text", text).at(at.place()));
        }
    }
}

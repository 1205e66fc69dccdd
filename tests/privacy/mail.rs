//! E-mails full of markers: in every field of the head, in every part, in names of files and in what is no message.

use super::markers::{Markers, Style};
use std::fs;
use std::path::{Path, PathBuf};

/// The paths that sources of e-mails declare.
pub(super) fn declared(sources: &str) -> Vec<String> {
    let table: toml::Table = sources.parse().expect("TOML");
    let is_mail =
        |source: &&toml::Value| source.get("format").and_then(toml::Value::as_str) == Some("mail");
    let paths = table.values().filter(is_mail).flat_map(|source| {
        let files = source["files"].as_array().expect("files");
        files
            .iter()
            .map(|path| path.as_str().expect("a path").to_owned())
    });
    paths.collect()
}

/// What of the example's messages speaks of persons.
pub(super) fn persons() -> Vec<Vec<u8>> {
    let mut persons: Vec<String> = (100..116)
        .chain(300..311)
        .map(|number| format!("usager{number}@courriel.example"))
        .collect();
    persons.extend(
        [
            "Camille MODÈLE",
            "Alix GABARIT",
            "a100@bourg-l-exemple.example",
        ]
        .map(str::to_owned),
    );
    persons.into_iter().map(String::into_bytes).collect()
}

/// A message in which everything but what places it is a marker.
fn message(markers: &mut Markers, sent: bool, number: usize, style: Style) -> Vec<u8> {
    let mut bytes = head(markers, sent, style);
    let kind = format!("multipart/mixed; boundary=\"b{number}\"");
    field(&mut bytes, "Content-Type", kind.as_bytes());
    let text = [
        &b"\nBonjour "[..],
        &markers.make(style),
        b"\n\n",
        &markers.make(Style::Name),
        b" ci-joint\n\nCordialement,\n\n",
        &markers.make(Style::Name),
        b"\n",
        &markers.make(Style::Phone),
        b"\n",
        &markers.make(style),
        b"\n> ",
        &markers.make(Style::Name),
        b"\n",
    ]
    .concat();
    bytes.push(b'\n');
    let mut part = |kind: &str, name: &[u8], text: &[u8]| {
        bytes.extend(format!("--b{number}\nContent-Type: {kind}; name=\"").as_bytes());
        let plain = |byte: &&u8| !byte.is_ascii_control() && **byte != b'"';
        bytes.extend(name.iter().filter(plain));
        bytes.extend(b"\"\n\n");
        bytes.extend(text);
        bytes.push(b'\n');
    };
    part(
        "text/plain; charset=utf-8",
        &markers.make(Style::Name),
        &text,
    );
    for kind in [
        "text/html",
        "application/pdf",
        "message/rfc822",
        "image/png",
    ] {
        let (name, text) = (markers.make(style), markers.make(style));
        part(kind, &name, &text);
    }
    bytes.extend(format!("--b{number}--\n").as_bytes());
    bytes
}

fn field(bytes: &mut Vec<u8>, name: &str, value: &[u8]) {
    let one_line = |byte: &u8| match byte {
        b'\n' | b'\r' => b' ',
        byte => *byte,
    };
    bytes.extend(name.as_bytes());
    bytes.extend(b": ");
    bytes.extend(value.iter().map(one_line));
    bytes.push(b'\n');
}

/// The head of a message, but for what its body is.
fn head(markers: &mut Markers, sent: bool, style: Style) -> Vec<u8> {
    const FIELDS: [&str; 9] = [
        "Subject",
        "Cc",
        "Reply-To",
        "In-Reply-To",
        "References",
        "X-Mailer",
        "Organization",
        "List-Owner",
        "Comments",
    ];
    let town = b"vie-scolaire@bourg-l-exemple.example";
    let user = markers.make(Style::Mail);
    let (from, to) = if sent {
        (&town[..], &user[..])
    } else {
        (&user[..], &town[..])
    };
    let mut bytes = Vec::new();
    for (name, address) in [("From", from), ("To", to)] {
        let value = [&markers.make(Style::Name)[..], b" <", address, b">"].concat();
        field(&mut bytes, name, &value);
    }
    field(&mut bytes, "Date", b"Tue, 2 Jun 2026 10:00:00 +0200");
    let id = [&b"<"[..], &markers.make(Style::Mail), b">"].concat();
    field(&mut bytes, "Message-ID", &id);
    for name in FIELDS {
        field(&mut bytes, name, &markers.make(style));
    }
    field(&mut bytes, "MIME-Version", b"1.0");
    bytes
}

/// Adds messages with markers, and what is no message.
pub(super) fn plant(path: &Path, markers: &mut Markers) {
    let styles = Style::ALL.into_iter().enumerate();
    if path.is_dir() {
        for (number, style) in styles {
            let name = format!("90 {}.{number}.eml", markers.plain());
            let bytes = message(markers, number % 2 == 0, number, style);
            fs::write(path.join(name), bytes).expect("a file");
        }
        let outlook = [
            &b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..],
            &markers.make(Style::Name),
        ]
        .concat();
        fs::write(path.join(format!("95 {}.msg", markers.plain())), outlook).expect("a file");
        let other = [
            &markers.make(Style::Terminal)[..],
            b"\n",
            &markers.make(Style::Page),
        ]
        .concat();
        fs::write(path.join(format!("96 {}.txt", markers.plain())), other).expect("a file");
        return;
    }
    let mut bytes = fs::read(path).expect("a file");
    for (number, style) in styles {
        bytes.extend(b"From ");
        bytes.extend(markers.make(Style::Mail));
        bytes.extend(b" Tue Jun  2 10:00:00 2026\n");
        bytes.extend(message(markers, number % 2 == 0, number, style));
        bytes.push(b'\n');
    }
    fs::write(path, bytes).expect("a file");
}

/// Gives a file or folder of messages a marker for a name, and says which.
pub(super) fn rename(root: &Path, path: &str, number: usize, markers: &mut Markers) -> String {
    let new = format!("evidence/Boîte de {}.{number}", markers.plain());
    fs::rename(root.join(path), root.join(&new)).expect("a file");
    new
}

/// Makes a file or folder unusable.
pub(super) fn spoil(path: &PathBuf, markers: &mut Markers) {
    if path.is_dir() {
        fs::remove_dir_all(path).expect("a folder");
    } else {
        let outlook = [&b"!BDN"[..], &markers.make(Style::Name)].concat();
        fs::write(path, outlook).expect("a file");
    }
}

//! Strings that exist nowhere else: names, telephone numbers, addresses, and what could act on a terminal or a page.
//!
//! Invariant: the core of a marker is made of letters and digits, has one length, and is part of no other's.

/// How a marker is dressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Name,
    Phone,
    Mail,
    Terminal,
    Long,
    Bytes,
    Page,
    Formula,
    Unseen,
    Lines,
    Quoted,
}

impl Style {
    pub(super) const ALL: [Self; 11] = [
        Self::Name,
        Self::Phone,
        Self::Mail,
        Self::Terminal,
        Self::Long,
        Self::Bytes,
        Self::Page,
        Self::Formula,
        Self::Unseen,
        Self::Lines,
        Self::Quoted,
    ];
}

/// A marker.
#[derive(Debug, Clone)]
pub(super) struct Marker {
    /// What is written in the evidence.
    pub(super) bytes: Vec<u8>,
    /// What identifies it.
    pub(super) core: String,
}

/// Makes markers, each another.
#[derive(Debug, Default)]
pub(super) struct Markers {
    pub(super) made: Vec<Marker>,
}

impl Markers {
    /// A new marker.
    pub(super) fn make(&mut self, style: Style) -> Vec<u8> {
        let number = self.made.len();
        let core = match style {
            Style::Phone => format!("33199{:06}", 310_000 + number * 7),
            _ => format!("qzkwx{number:04}vj"),
        };
        let bytes = dress(style, &core);
        self.made.push(Marker {
            bytes: bytes.clone(),
            core,
        });
        bytes
    }

    /// A new marker in letters and digits alone: for the name of a file.
    pub(super) fn plain(&mut self) -> String {
        String::from_utf8(self.make(Style::Name))
            .expect("UTF-8")
            .replace(' ', "-")
    }
}

fn dress(style: Style, core: &str) -> Vec<u8> {
    match style {
        Style::Name => format!("Camille {core}").into_bytes(),
        Style::Phone => {
            let pairs: Vec<&str> = (3..core.len())
                .step_by(2)
                .map(|at| &core[at..at + 2])
                .collect();
            format!("+{} {} {}", &core[..2], &core[2..3], pairs.join(" ")).into_bytes()
        }
        Style::Mail => format!("{core}@courriel.example").into_bytes(),
        Style::Terminal => {
            format!("\u{1b}[31m{core}\u{1b}[0m\u{1b}]0;{core}\u{7}\u{9b}2J\r{core}").into_bytes()
        }
        Style::Long => format!("{core} {}", "Longue phrase. ".repeat(1500)).into_bytes(),
        Style::Bytes => {
            let mut bytes = b"\xc9l\xe9onore ".to_vec();
            bytes.extend(core.as_bytes());
            bytes.extend(b"\xff\xfe\x81\0");
            bytes
        }
        Style::Page => {
            format!("<script>alert(\"{core}\")</script>&lt;'{core}'{{{{ {core} }}}}").into_bytes()
        }
        Style::Formula => format!("=cmd|' /C {core}'!A1").into_bytes(),
        Style::Unseen => {
            format!("\u{202e}{core}\u{202c}\u{200b}\u{feff}\u{1f600}e\u{301}").into_bytes()
        }
        Style::Lines => format!("{core}\r\nsuite\n{core}").into_bytes(),
        Style::Quoted => format!("\"{core}\";\"\"{core};'").into_bytes(),
    }
}

#[test]
fn cores_are_distinct() {
    let mut markers = Markers::default();
    for number in 0..600 {
        markers.make(Style::ALL[number % Style::ALL.len()]);
    }
    let cores: Vec<&str> = markers.made.iter().map(|marker| &*marker.core).collect();
    for (at, core) in cores.iter().enumerate() {
        assert_eq!(core.len(), 11);
        assert!(cores[at + 1..].iter().all(|other| other != core), "{core}");
        let text = String::from_utf8_lossy(&markers.made[at].bytes).replace([' ', '+'], "");
        assert!(text.contains(core), "{text}");
    }
}

//! The territories of France whose public holidays differ.
//!
//! Invariant: a zone says which holidays the law gives it today; the law's history is not modelled.

/// A territory with its own list of public holidays.
///
/// All zones share the eleven days of the *Code du travail*, article L3133-1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// Mainland France and Corsica, save Alsace and Moselle.
    Metropole,
    /// Bas-Rhin, Haut-Rhin and Moselle (L3134-13): 26 December as well, and Good Friday only in communes with a
    /// Protestant or a mixed church, which each commune declares.
    AlsaceMoselle,
    /// Guadeloupe (L3422-2): 27 May.
    Guadeloupe,
    /// Martinique (L3422-2): 22 May.
    Martinique,
    /// Guyane (L3422-2): 10 June.
    Guyane,
    /// La Réunion (L3422-2): 20 December.
    Reunion,
    /// Mayotte (L3422-2): 27 April.
    Mayotte,
    /// Saint-Martin (L3422-2): 27 May. Some published lists say 28 May since 2018: a calendar can override.
    SaintMartin,
    /// Saint-Barthélemy (L3422-2): 9 October.
    SaintBarthelemy,
}

impl Zone {
    /// Every zone, in the order of the documentation.
    pub const ALL: [Self; 9] = [
        Self::Metropole,
        Self::AlsaceMoselle,
        Self::Guadeloupe,
        Self::Martinique,
        Self::Guyane,
        Self::Reunion,
        Self::Mayotte,
        Self::SaintMartin,
        Self::SaintBarthelemy,
    ];

    /// The zone that a charter names so.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|zone| zone.id() == id)
    }

    /// Its name in a charter.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Metropole => "metropole",
            Self::AlsaceMoselle => "alsace-moselle",
            Self::Guadeloupe => "guadeloupe",
            Self::Martinique => "martinique",
            Self::Guyane => "guyane",
            Self::Reunion => "reunion",
            Self::Mayotte => "mayotte",
            Self::SaintMartin => "saint-martin",
            Self::SaintBarthelemy => "saint-barthelemy",
        }
    }

    /// Month and day on which the abolition of slavery is a public holiday there (L3422-2).
    pub(super) const fn abolition(self) -> Option<(u32, u32)> {
        match self {
            Self::Metropole | Self::AlsaceMoselle => None,
            Self::Guadeloupe | Self::SaintMartin => Some((5, 27)),
            Self::Martinique => Some((5, 22)),
            Self::Guyane => Some((6, 10)),
            Self::Reunion => Some((12, 20)),
            Self::Mayotte => Some((4, 27)),
            Self::SaintBarthelemy => Some((10, 9)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Zone;

    #[test]
    fn an_id_names_its_zone() {
        for zone in Zone::ALL {
            assert_eq!(Zone::parse(zone.id()), Some(zone));
        }
        assert_eq!(Zone::parse("Metropole"), None);
        assert_eq!(Zone::parse(""), None);
    }
}

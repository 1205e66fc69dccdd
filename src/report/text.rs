//! Text for a terminal, broken into lines.
//!
//! Invariant: a line is never wider than asked, as columns of a terminal count.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Lines of at most a width, broken at blanks; a longer word is cut.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut current = String::new();
    for word in text.split(' ') {
        let fits = current
            .width()
            .saturating_add(1)
            .saturating_add(word.width())
            <= width;
        if current.is_empty() {
            current = word.to_owned();
        } else if fits {
            current.push(' ');
            current.push_str(word);
        } else {
            lines.push(std::mem::replace(&mut current, word.to_owned()));
        }
        while current.width() > width.max(1) {
            let rest = cut(&mut current, width.max(1));
            lines.push(std::mem::replace(&mut current, rest));
        }
    }
    lines.push(current);
    lines
}

/// Cuts a text at a width and returns the rest.
fn cut(text: &mut String, width: usize) -> String {
    let mut used = 0;
    let mut at = text.len();
    for (index, letter) in text.char_indices() {
        used += letter.width().unwrap_or(0);
        if used > width && index > 0 {
            at = index;
            break;
        }
    }
    text.split_off(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_at_blanks_and_cuts_long_words() {
        assert_eq!(wrap("un deux trois", 8), ["un deux", "trois"]);
        assert_eq!(
            wrap("anticonstitutionnellement", 10),
            ["anticonsti", "tutionnell", "ement"]
        );
        assert_eq!(wrap("", 5), [""]);
        assert_eq!(wrap("é è ê", 1), ["é", "è", "ê"]);
    }
}

//! Published pages: texts stay texts, pages stay accessible and self-contained, no figure reaches the public.

#[cfg(test)]
mod publish {
    mod card;
    mod hostile;
    mod scan;
    mod sound;
    mod template;
    mod town;
}

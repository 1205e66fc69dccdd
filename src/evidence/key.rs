//! Keyed digests of identifiers: enough to join rows, not enough to read who they speak of.
//!
//! Invariant: an identifier leaves this module as a keyed digest only, and the key does not leave it at all.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The key under which the identifiers of a run are digested.
#[derive(Clone)]
pub struct KeyRing {
    /// HMAC-SHA256, the key already absorbed.
    keyed: Hmac<Sha256>,
}

impl KeyRing {
    /// Takes the key of a run. Digests can be compared under one key only.
    pub fn new(key: [u8; 32]) -> Self {
        // HMAC fills a key shorter than its block with zeros; doing it here leaves no error to handle.
        let mut block = [0_u8; 64];
        for (slot, byte) in block.iter_mut().zip(key) {
            *slot = byte;
        }
        Self {
            keyed: Hmac::new(&block.into()),
        }
    }

    /// The digest of an identifier: the first 16 bytes of its HMAC-SHA256, as a big-endian number.
    pub fn digest(&self, text: &str) -> u128 {
        let mut mac = self.keyed.clone();
        mac.update(text.as_bytes());
        let full = mac.finalize().into_bytes();
        full.iter()
            .take(16)
            .fold(0, |digest, byte| (digest << 8) | u128::from(*byte))
    }
}

impl fmt::Debug for KeyRing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("KeyRing").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::KeyRing;
    use proptest::prelude::*;
    use sha2::{Digest, Sha256};

    /// HMAC written out from its definition.
    fn by_definition(key: [u8; 32], text: &str) -> u128 {
        let pad = |with: u8| {
            (0..64)
                .map(|i| key.get(i).copied().unwrap_or(0) ^ with)
                .collect::<Vec<u8>>()
        };
        let inner = Sha256::new()
            .chain_update(pad(0x36))
            .chain_update(text)
            .finalize();
        let outer = Sha256::new()
            .chain_update(pad(0x5c))
            .chain_update(inner)
            .finalize();
        u128::from_be_bytes(outer[..16].try_into().unwrap())
    }

    #[test]
    fn debug_shows_neither_key_nor_state() {
        assert_eq!(format!("{:?}", KeyRing::new([0x41; 32])), "KeyRing { .. }");
    }

    proptest! {
        #[test]
        fn the_digest_follows_the_definition(key: [u8; 32], text in ".*") {
            prop_assert_eq!(KeyRing::new(key).digest(&text), by_definition(key, &text));
        }

        #[test]
        fn equal_texts_alone_have_equal_digests(key: [u8; 32], other: [u8; 32], a in ".{0,12}", b in ".{0,12}") {
            let ring = KeyRing::new(key);
            prop_assert_eq!(ring.digest(&a) == ring.digest(&b), a == b);
            prop_assert_eq!(ring.digest(&a) == KeyRing::new(other).digest(&a), key == other);
        }
    }
}

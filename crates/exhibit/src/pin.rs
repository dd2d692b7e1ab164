//! The operator's PIN. It is kept as a salted hash. The more often a PIN was wrong, the longer the next try
//! waits.

use argon2::password_hash::{Error, PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};

use content::limits::{PIN_LANES, PIN_MEMORY_KIB, PIN_PASSES, PIN_WAIT_SECONDS};

pub use content::limits::PIN_DIGITS as DIGITS;

/// Count of random bytes that a hash is salted with.
pub const SALT_BYTES: usize = 16;
/// The memory that a hash takes, in KiB. `PASSES` is how many times a hash goes over it. One core of a small
/// board takes 100 to 300 ms for a hash.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;

/// Whether a text has the form of a PIN.
#[must_use]
pub fn is_pin(text: &str) -> bool {
    DIGITS.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a text is a hash that PINs can be checked against, at a cost that a kiosk can bear. A mistake in a
/// number must never take all its memory.
#[must_use]
pub fn is_hash(text: &str) -> bool {
    PasswordHash::new(text).is_ok_and(|hash| {
        let algorithm = Algorithm::try_from(hash.algorithm);
        let is_cheap = |params: Params| {
            params.m_cost() <= PIN_MEMORY_KIB
                && params.t_cost() <= PIN_PASSES
                && params.p_cost() <= PIN_LANES
        };
        algorithm.is_ok() && Params::try_from(&hash).is_ok_and(is_cheap) && hash.hash.is_some()
    })
}

/// Hashes a PIN with random bytes as the salt.
///
/// # Errors
/// Never, with parameters and a salt of these sizes.
pub fn hash(pin: &str, salt: &[u8; SALT_BYTES]) -> Result<String, Error> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).map_err(Error::from)?;
    let salt = SaltString::encode_b64(salt)?;
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    Ok(argon.hash_password(pin.as_bytes(), &salt)?.to_string())
}

/// Whether a PIN is the one that was hashed. On purpose, this takes 100 to 300 ms on a small computer. Call
/// it on a thread or task of its own, so that no frame waits.
#[must_use]
pub fn verify(hash: &str, pin: &str) -> bool {
    PasswordHash::new(hash)
        .is_ok_and(|hash| Argon2::default().verify_password(pin.as_bytes(), &hash).is_ok())
}

/// How many PINs can be tried without waiting.
const FREE: u32 = 3;
const FIRST_WAIT: f64 = 5.0;

/// Makes tries of a PIN wait: not at all for the first three, then 5 seconds, then 10, 20 and so on, up to
/// 300. The caller passes the time, in seconds from any fixed start.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PinGate {
    wrong: u32,
    opens_at: f64,
}

impl PinGate {
    /// How many seconds are left before the next try.
    #[must_use]
    pub fn wait(&self, now: f64) -> f64 {
        (self.opens_at - now).max(0.0)
    }

    /// Whether a PIN may be tried now.
    #[must_use]
    pub fn is_open(&self, now: f64) -> bool {
        self.opens_at <= now
    }

    /// Records that a wrong PIN was tried.
    pub fn note_wrong(&mut self, now: f64) {
        self.wrong = self.wrong.saturating_add(1);
        self.opens_at = now + Self::wait_after(self.wrong);
    }

    /// Records that the right PIN was given, and forgets all wrong ones.
    pub fn note_right(&mut self) {
        *self = Self::default();
    }

    /// The wait after this many wrong PINs, in seconds.
    #[must_use]
    pub fn wait_after(wrong: u32) -> f64 {
        match wrong.checked_sub(FREE) {
            None => 0.0,
            Some(beyond) => {
                let doublings = i32::try_from(beyond).unwrap_or(i32::MAX).min(16);
                (FIRST_WAIT * 2.0_f64.powi(doublings)).min(PIN_WAIT_SECONDS)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_the_pin_that_was_hashed_is_right() {
        let hashed = hash("4711", &[7; SALT_BYTES]).expect("a hash");
        assert!(is_hash(&hashed) && hashed.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(verify(&hashed, "4711"));
        for wrong in ["4712", "471", "47111", ""] {
            assert!(!verify(&hashed, wrong), "{wrong}");
        }
        assert_ne!(hashed, hash("4711", &[8; SALT_BYTES]).expect("a hash"));
    }

    #[test]
    fn an_invalid_hash_accepts_no_pin() {
        let hashed = hash("4711", &[7; SALT_BYTES]).expect("a hash");
        let cut = &hashed[..hashed.rfind('$').unwrap_or_default()];
        for bad in ["", "4711", "$argon2id$", "$2b$12$abcdefghijklmnopqrstuv", cut] {
            assert!(!is_hash(bad), "{bad}");
            assert!(!verify(bad, "4711"), "{bad}");
        }
    }

    #[test]
    fn a_hash_that_needs_too_much_memory_is_invalid() {
        let hashed = hash("4711", &[7; SALT_BYTES]).expect("a hash");
        for (usual, dear) in [("m=19456", "m=999999999"), ("t=2", "t=999"), ("p=1", "p=200")] {
            let dear = hashed.replacen(usual, dear, 1);
            assert!(dear != hashed && !is_hash(&dear), "{dear}");
        }
        assert!(is_hash(&hashed.replacen("m=19456", "m=65536", 1)));
    }

    #[test]
    fn a_pin_is_4_to_12_digits() {
        assert!(is_pin("0000") && is_pin("123456789012"));
        for bad in ["", "123", "1234567890123", "12a4", "12 34", "١٢٣٤"] {
            assert!(!is_pin(bad), "{bad}");
        }
    }

    #[test]
    fn the_wait_begins_after_three_wrong_pins_and_doubles() {
        let waits: Vec<_> = (0..12).map(PinGate::wait_after).collect();
        let expected = [0.0, 0.0, 0.0, 5.0, 10.0, 20.0, 40.0, 80.0, 160.0, 300.0, 300.0, 300.0];
        assert_eq!(waits, expected);
        assert_eq!(PinGate::wait_after(u32::MAX), 300.0);
    }

    proptest! {
        #[test]
        fn a_gate_opens_after_its_wait_and_never_sooner(
            gaps in prop::collection::vec(0.0f64..400.0, 1..40)
        ) {
            let (mut gate, mut now, mut tried, mut last) = (PinGate::default(), 0.0, 0, 0.0);
            for gap in gaps {
                now += gap;
                prop_assert!(gate.wait(now) >= 0.0 && gate.wait(now) <= 300.0);
                prop_assert_eq!(gate.is_open(now), gate.wait(now) == 0.0);
                prop_assert_eq!(gate.is_open(now), now >= last + PinGate::wait_after(tried));
                if gate.is_open(now) {
                    gate.note_wrong(now);
                    (tried, last) = (tried + 1, now);
                }
            }
            gate.note_right();
            prop_assert!(gate.is_open(now));
        }
    }
}

//! The fields of a link.

/// The names of all fields, in the order in which they are written.
pub const FIELDS: [&str; 25] = [
    VERSION,
    CHAPTER,
    STEP,
    PLAY,
    SPEED,
    DIRECTION,
    DATA,
    RATE,
    DATAPOINTS,
    INITIAL_WEIGHTS,
    RULE,
    SEED,
    COMPARE,
    WEIGHTS,
    LINE,
    BEST,
    PATTERN,
    EXPLAIN,
    GUESSES,
    THEME,
    PALETTE,
    LANGUAGE,
    TEXT,
    MOTION,
    CONFIDENCE,
];

/// The names of fields that only the page in a browser reads. They may stand beside a moment.
pub const PAGE_FIELDS: [&str; 4] = ["embed", "kiosk", "distance", "lesson"];

pub(super) const VERSION: &str = "v";
pub(super) const CHAPTER: &str = "chapter";
pub(super) const STEP: &str = "step";
pub(super) const PLAY: &str = "play";
pub(super) const SPEED: &str = "speed";
pub(super) const DIRECTION: &str = "direction";
pub(super) const DATA: &str = "data";
pub(super) const RATE: &str = "rate";
pub(super) const DATAPOINTS: &str = "datapoints";
pub(super) const INITIAL_WEIGHTS: &str = "initial-weights";
pub(super) const RULE: &str = "rule";
pub(super) const SEED: &str = "seed";
pub(super) const COMPARE: &str = "compare";
pub(super) const WEIGHTS: &str = "weights";
pub(super) const LINE: &str = "line";
pub(super) const BEST: &str = "best";
pub(super) const PATTERN: &str = "pattern";
pub(super) const EXPLAIN: &str = "explain";
pub(super) const GUESSES: &str = "guesses";
pub(super) const THEME: &str = "theme";
pub(super) const PALETTE: &str = "palette";
pub(super) const LANGUAGE: &str = "lang";
pub(super) const TEXT: &str = "text";
pub(super) const MOTION: &str = "motion";
pub(super) const CONFIDENCE: &str = "confidence";

//! The structure of the code: crates depend on each other as documented, no two files import each other in
//! a loop, and the order of systems is never left to chance.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that meets the unexpected must fail, and say how"
)]

mod circles;
mod edges;
mod order;

use std::path::Path;

/// Returns the folder of the workspace.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

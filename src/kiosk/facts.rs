//! Requests the facts about the kiosk and its computer while the operator's page is open. The native edge
//! collects them: only it can read networks, disks and the log.

use bevy::prelude::*;
use exhibit::kiosk::facts::Facts;

use super::operator::Operator;
use crate::next_frame::NextFrame;

/// How often facts are requested while they are shown, in seconds.
const AGAIN: f64 = 3.0;

/// Requests the facts from the native edge. The edge answers later, by changing [`Facts`].
#[derive(Message, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FactsWanted;

/// Requests the facts when the operator enters, and repeats until the operator leaves.
pub(super) fn ask(
    mut asked: Local<Option<f64>>,
    mut wanted: MessageWriter<FactsWanted>,
    mut facts: ResMut<Facts>,
    mut next: ResMut<NextFrame>,
    operator: Res<Operator>,
    time: Res<Time<Real>>,
) {
    if !operator.is_inside() {
        *asked = None;
        // The next operator must not read old facts.
        facts.set_if_neq(Facts::default());
        return;
    }
    let now = time.elapsed_secs_f64();
    let last = asked.filter(|last| now - last < AGAIN).unwrap_or_else(|| {
        wanted.write(FactsWanted);
        now
    });
    *asked = Some(last);
    next.within(last + AGAIN - now);
}

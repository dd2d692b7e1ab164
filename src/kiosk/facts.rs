//! Asks for the facts about the kiosk and its computer while the operator's page is open. The edge finds them,
//! for only it knows of networks, disks and the log.

use bevy::prelude::*;
use exhibit::kiosk::facts::Facts;

use super::operator::Operator;
use crate::next_frame::NextFrame;

/// How often facts are asked for while they are shown, in seconds.
const AGAIN: f64 = 3.0;

/// Asks the edge for the facts. It answers later, by changing [`Facts`].
#[derive(Message, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FactsWanted;

/// Asks for the facts when the operator comes in, and then again and again until the operator has left.
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
        // The next operator reads no old facts.
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

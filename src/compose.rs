//! Composes the scene from the playhead, only when something has changed.

use bevy::prelude::*;

use crate::ExhibitSystems;
use crate::regions;
use exhibit::chapter::{CurrentChapter, Exhibit, Moment, meeting};
use exhibit::config::Config;
use exhibit::experiment::Experiments;
use exhibit::guesses::Guesses;
use exhibit::layout::{Arrangement, Layout, Reach};
use exhibit::playback::{self, Motion, Pace, Playback, TrainingStep};
use exhibit::projector::Projector;
use exhibit::projector::predict::{Waiting, wait_before_reveal};
use exhibit::scene::Scene;
use exhibit::settings::Settings;
use exhibit::visitor::VisitorState;
use stage::drawing::LayoutCamera;

/// Size in points of the drawing area: the window or the picture.
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
pub struct SurfaceSize(pub Vec2);

impl Default for SurfaceSize {
    fn default() -> Self {
        Self(Vec2::new(1920.0, 1080.0))
    }
}

pub(super) fn plugin(app: &mut App) {
    let arrangement = Arrangement::of(&Scene::default(), 1.0, false, None);
    app.init_resource::<SurfaceSize>()
        .insert_resource(Layout::new(SurfaceSize::default().0, arrangement))
        .init_resource::<Scene>()
        .add_systems(
            Update,
            (
                let_time_pass.in_set(ExhibitSystems::Advance),
                (measure, compose, regions::resolve, lay_out)
                    .chain()
                    .in_set(ExhibitSystems::Compose),
            ),
        );
}

fn let_time_pass(
    time: Res<Time>,
    chapter: Res<CurrentChapter>,
    settings: Res<Settings>,
    projector: Res<Projector>,
    mut waiting: ResMut<Waiting>,
    mut step: ResMut<TrainingStep>,
    mut playback: ResMut<Playback>,
) {
    if playback.motion == Motion::Rest {
        return;
    }
    let (mut next, mut motion) = (*step, *playback);
    let timeline = step.timeline();
    let shown = chapter.get();
    let pace = if settings.reduced_motion { Pace::Calm } else { Pace::Moving };
    playback::advance(&mut next, &mut motion, pace, time.delta_secs_f64(), |step| {
        shown.seconds(timeline.position(step))
    });
    let of = (chapter.index(), shown);
    let from = step.playhead();
    let waits =
        wait_before_reveal(&projector, *waiting, of, from, *playback, &mut next, &mut motion);
    if let Some(waits) = waits {
        waiting.set_if_neq(waits);
    }
    step.set_if_neq(next);
    playback.set_if_neq(motion);
}

fn measure(mut surface: ResMut<SurfaceSize>, camera: Query<&Camera, With<LayoutCamera>>) {
    let size = camera.iter().find_map(Camera::logical_viewport_size);
    if let Some(size) = size.filter(|size| size.min_element() >= 1.0) {
        surface.set_if_neq(SurfaceSize(size));
    }
}

/// Recomputes the layout when the window or the arrangement of the scene's parts has changed.
fn lay_out(
    surface: Res<SurfaceSize>,
    settings: Res<Settings>,
    chapter: Res<CurrentChapter>,
    config: Res<Config>,
    projector: Res<Projector>,
    scene: Res<Scene>,
    mut layout: ResMut<Layout>,
    mut laid_out: Local<Option<(Reach, Vec2, Arrangement)>>,
) {
    let changed = surface.is_changed()
        || settings.is_changed()
        || chapter.is_changed()
        || config.is_changed()
        || projector.is_changed()
        || scene.is_changed();
    if !changed {
        return;
    }
    let has_rates = !chapter.get().learning_rates().is_empty();
    let arrangement = Arrangement::of(&scene, settings.text_scale, has_rates, projector.distance);
    let reach = if config.kiosk.enabled {
        Reach::of_screen(config.kiosk.screen_diagonal, surface.0)
    } else {
        Reach::default()
    };
    let asked = (reach, surface.0, arrangement);
    if laid_out.replace(asked) != Some(asked) {
        layout.set_if_neq(Layout::within(reach, surface.0, arrangement));
    }
}

fn compose(
    step: Res<TrainingStep>,
    settings: Res<Settings>,
    chapter: Res<CurrentChapter>,
    experiments: Res<Experiments>,
    guesses: Res<Guesses>,
    visitor: Res<VisitorState>,
    mut scene: ResMut<Scene>,
) {
    let changed = step.is_changed()
        || settings.is_changed()
        || chapter.is_changed()
        || experiments.is_changed()
        || guesses.is_changed()
        || visitor.is_changed();
    if !changed {
        return;
    }
    let position = step.position();
    let playhead = step.playhead();
    let moment = Moment {
        sample: position.sample,
        phase: position.phase,
        fraction: if settings.reduced_motion { 0.0 } else { playhead.fraction },
        has_next: position.sample + 1 < step.timeline().samples(),
    };
    let exhibit = Exhibit {
        experiments: &experiments,
        guesses: &guesses,
        visitor: *visitor,
        confidence: settings.confidence,
        chapter: chapter.index(),
        machine_is_known: meeting(chapter.get().subject())
            .is_some_and(|id| chapter.has_visited(id)),
    };
    scene.set_if_neq(chapter.get().scene(moment, &exhibit));
}

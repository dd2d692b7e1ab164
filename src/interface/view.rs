//! The view for the overlay, built from the resources of a frame.

use bevy::ecs::system::SystemParam;
use bevy::prelude::*;
use content::look::Look;
use content::words::{DataWords, Languages, Locale};
use exhibit::chapter::CurrentChapter;
use exhibit::experiment::Experiments;
use exhibit::kiosk::Kiosk;
use exhibit::kiosk::facts::Facts;
use exhibit::layout::Layout;
use exhibit::lesson::RunningLesson;
use exhibit::link::{LinkNotice, Share};
use exhibit::offered::OfferedChapters;
use exhibit::playback::{Playback, TrainingStep};
use exhibit::projector::Projector;
use exhibit::projector::predict::Waiting;
use exhibit::regions::Regions;
use exhibit::reload::ReloadReport;
use exhibit::scene::Scene;
use exhibit::settings::Settings;
use exhibit::visitor::{OpenPanel, VisitorState};
use overlay::view::{Choices, Controls, Shown, Style, View};

use crate::kiosk::Operator;
use crate::projector::frozen::FrozenPicture;

/// The choices for the presentation.
#[derive(Resource, Default)]
pub struct Offered(pub Choices);

/// The resources that a [`View`] is built from.
#[derive(SystemParam)]
pub struct ViewParam<'w> {
    layout: Res<'w, Layout>,
    look: Res<'w, Look>,
    locale: Res<'w, Locale>,
    data_words: Res<'w, DataWords>,
    scene: Res<'w, Scene>,
    step: Res<'w, TrainingStep>,
    playback: Res<'w, Playback>,
    chapter: Res<'w, CurrentChapter>,
    experiments: Res<'w, Experiments>,
    settings: Res<'w, Settings>,
    choices: Res<'w, Offered>,
    panel: Res<'w, OpenPanel>,
    visitor: Res<'w, VisitorState>,
    offered: Res<'w, OfferedChapters>,
    kiosk: Res<'w, Kiosk>,
    operator: Res<'w, Operator>,
    facts: Res<'w, Facts>,
    reload: Res<'w, ReloadReport>,
    regions: Res<'w, Regions>,
    languages: Res<'w, Languages>,
    projector: Res<'w, Projector>,
    lesson: Option<Res<'w, RunningLesson>>,
    share: Res<'w, Share>,
    notice: Res<'w, LinkNotice>,
    waiting: Res<'w, Waiting>,
    frozen: Res<'w, FrozenPicture>,
}

impl ViewParam<'_> {
    /// The view of this frame.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        let view = self.live();
        // Frozen parts that do not stand still by themselves come from the kept picture.
        match &self.frozen.0 {
            None => view,
            Some(kept) => View {
                style: Style {
                    look: &kept.look,
                    locale: &kept.locale,
                    data_words: &kept.data_words,
                    ..view.style
                },
                shown: Shown {
                    step: &kept.step,
                    playback: &kept.playback,
                    chapter: &kept.chapter,
                    experiments: &kept.experiments,
                    pattern: kept.visitor.pattern,
                    waits: false,
                    ..view.shown
                },
                controls: Controls {
                    settings: &kept.settings,
                    panel: None,
                    lesson: None,
                    ..view.controls
                },
            },
        }
    }

    /// Whether the picture stands still.
    #[must_use]
    pub fn is_frozen(&self) -> bool {
        self.frozen.0.is_some()
    }

    /// The view of this frame, whether the picture is frozen or not.
    #[must_use]
    pub fn live(&self) -> View<'_> {
        View {
            style: Style {
                layout: &self.layout,
                look: &self.look,
                locale: &self.locale,
                data_words: &self.data_words,
                at_controls: false,
            },
            shown: Shown {
                scene: &self.scene,
                step: &self.step,
                playback: &self.playback,
                chapter: &self.chapter,
                experiments: &self.experiments,
                regions: &self.regions,
                pattern: self.visitor.pattern,
                waits: self.waiting.is_here(self.chapter.index(), &self.step, &self.playback),
            },
            controls: Controls {
                settings: &self.settings,
                choices: &self.choices.0,
                panel: self.panel.0,
                offered: &self.offered,
                kiosk: &self.kiosk,
                operator: self.operator.page(),
                facts: &self.facts,
                reload: &self.reload,
                languages: &self.languages,
                projector: &self.projector,
                lesson: self.lesson.as_deref(),
                share: &self.share,
                notice: &self.notice,
            },
        }
    }
}

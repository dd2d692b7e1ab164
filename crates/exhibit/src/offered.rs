//! The chapters offered, and their order.

use bevy_ecs::resource::Resource;

use crate::chapter::CHAPTERS;

/// The chapters offered: places in [`CHAPTERS`], in order.
#[derive(Resource, Clone, Debug, PartialEq, Eq)]
pub struct OfferedChapters(Vec<usize>);

impl Default for OfferedChapters {
    fn default() -> Self {
        Self((0..CHAPTERS.len()).collect())
    }
}

impl OfferedChapters {
    /// Offers the chapters at these places. If there are none of them, offers all chapters.
    #[must_use]
    pub fn new(places: &[usize]) -> Self {
        let known: Vec<_> =
            places.iter().copied().filter(|&place| place < CHAPTERS.len()).collect();
        if known.is_empty() { Self::default() } else { Self(known) }
    }

    /// The places in [`CHAPTERS`], in order.
    #[must_use]
    pub fn places(&self) -> &[usize] {
        &self.0
    }

    /// The first chapter.
    #[must_use]
    pub fn first(&self) -> usize {
        self.0.first().copied().unwrap_or_default()
    }

    /// Whether a chapter is offered.
    #[must_use]
    pub fn contains(&self, chapter: usize) -> bool {
        self.0.contains(&chapter)
    }

    /// The chapter after this one, if there is one. After a chapter that is not offered comes the first.
    #[must_use]
    pub fn next(&self, chapter: usize) -> Option<usize> {
        match self.position(chapter) {
            Some(position) => self.0.get(position + 1).copied(),
            None => Some(self.first()),
        }
    }

    /// The chapter before this one, if there is one.
    #[must_use]
    pub fn previous(&self, chapter: usize) -> Option<usize> {
        self.0.get(self.position(chapter)?.checked_sub(1)?).copied()
    }

    /// The chapter with this number among the chapters offered, counted from 1.
    #[must_use]
    pub fn numbered(&self, number: usize) -> Option<usize> {
        self.0.get(number.checked_sub(1)?).copied()
    }

    /// Count of the chapters offered.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }

    fn position(&self, chapter: usize) -> Option<usize> {
        self.0.iter().position(|&place| place == chapter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chapters_follow_each_other_in_the_chosen_order() {
        let offered = OfferedChapters::new(&[3, 0, 15]);
        assert_eq!((offered.first(), offered.count()), (3, 3));
        assert_eq!([offered.next(3), offered.next(0), offered.next(15)], [Some(0), Some(15), None]);
        assert_eq!([offered.previous(3), offered.previous(15)], [None, Some(0)]);
        assert_eq!(
            [offered.numbered(0), offered.numbered(2), offered.numbered(4)],
            [None, Some(0), None]
        );
        // A chapter that is not offered leads to the first.
        assert_eq!((offered.next(7), offered.previous(7)), (Some(3), None));
        assert_eq!(OfferedChapters::new(&[]), OfferedChapters::default());
        assert_eq!(OfferedChapters::new(&[99]).count(), CHAPTERS.len());
    }
}

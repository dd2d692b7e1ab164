//! Slots: where the parts of a scene stand, and the room that they need there.

/// Where a part stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// The world, which shows the data as things: at the left, or above.
    World,
    /// The mind, which shows what the machine or the visitor has made of the data: at the right, or below.
    Mind,
    /// Beside the plot of the mind.
    Side,
    /// Over everything else, on the way from one slot to another.
    Flight,
}

/// The room that a part needs in its slot. The layout is derived from the rooms of a scene's parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// One card with a caption.
    Card,
    /// One card with a caption, and two smaller cards under it.
    CardAndExamples,
    /// A field for things, with a caption under it.
    CaptionedField,
    /// A field for a plane, weights or formulas.
    Field,
    /// A network, as wide as its columns need.
    Network,
    /// All the room of the slot.
    Wide,
    /// A square, as high as the slot.
    Square,
    /// A square, and a column beside it.
    SquareAndColumn,
    /// A curve in the column, and choices under it.
    Curve,
}

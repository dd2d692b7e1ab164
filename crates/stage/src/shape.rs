//! Shapes: rectangles, neurons, edges and signals are all rounded boxes, each with a look.

use bevy::prelude::*;

/// The thing that a shape stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// A rectangle, by the place of its set in the scene and its own place in the set.
    Rectangle(usize, usize),
    /// A connection between neurons, by its place in the network.
    Edge(usize),
    /// A neuron, by its place in the network.
    Neuron(usize),
    /// A thing that travels along an edge, by its place in the network.
    Signal(usize),
}

/// One shape in the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// The thing that it stands for.
    pub thing: Thing,
    /// Whether it lies above the overlay's plots.
    pub flies: bool,
    /// Its centre, in points of the window.
    pub centre: Vec2,
    /// Width and height in points.
    pub size: Vec2,
    /// Its angle, clockwise, in radians.
    pub angle: f32,
    /// The index of its look in the list of looks.
    pub look: usize,
}

/// The look of a shape of any size.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ShapeLook {
    /// Filling right of the sweep.
    pub before: Filling,
    /// Filling left of the sweep.
    pub after: Filling,
    /// The position of the sweep, 0 to 1 of the width.
    pub sweep: f32,
    /// Colour of the edge.
    pub edge: LinearRgba,
    /// Width of the edge in points.
    pub edge_width: f32,
    /// Radius of the corners in points; at most half the shorter side is used.
    pub radius: f32,
    /// Width of the rim around the shape, in points. The shadow or the glow falls into the rim.
    pub rim: f32,
    /// Colour of the shadow or glow, with its strength.
    pub halo: LinearRgba,
    /// Distance of the shadow below the shape, in points.
    pub halo_drop: f32,
    /// Period of the gaps along the width in points; 0 for no gaps.
    pub dash: f32,
    /// Period of the hatching in points.
    pub hatch_period: f32,
    /// Opacity: 1 is solid, 0 is invisible.
    pub opacity: f32,
}

/// The filling of a shape.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Filling {
    /// Its colour.
    pub colour: LinearRgba,
    /// The colour between the lines, if it is hatched.
    pub pale: LinearRgba,
    /// Whether it is hatched: class true is, class false is solid.
    pub hatched: bool,
}

/// All shapes of a moment, with the looks that they share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shapes {
    /// The shapes, from the lowest to the topmost.
    pub shapes: Vec<Shape>,
    /// The looks of the shapes.
    pub looks: Vec<ShapeLook>,
}

impl Shapes {
    /// Returns the index of a look in the list. Adds the look if it is new.
    pub fn look(&mut self, look: ShapeLook) -> usize {
        // Search from the end, because shapes of one look follow each other.
        let known = self.looks.iter().rposition(|known| *known == look);
        known.unwrap_or_else(|| {
            self.looks.push(look);
            self.looks.len() - 1
        })
    }
}

/// A shape on the stage; none where nothing is shown.
#[derive(Component, Clone, Copy, Debug, Default, PartialEq)]
pub struct StageShape(pub Option<(Thing, usize)>);

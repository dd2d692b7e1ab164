//! The layout of the numbers of a network and of a pass through it, and the arithmetic on these numbers.

use super::layer::Layer;

/// The sizes of the layers of a network, and the layout that follows from them.
#[derive(Debug, PartialEq)]
pub(crate) struct Shape {
    /// Counts of neurons: of the inputs, and of each layer after them.
    pub sizes: Box<[usize]>,
    /// The place between layers l and l + 1, for each l but the last.
    pub places: Box<[Place]>,
    /// Count of weights and biases.
    pub parameters: usize,
    /// Count of all neurons, the inputs included.
    pub activations: usize,
    /// Count of the numbers that are computed for one input: the activations of all layers, then
    /// the errors and the deltas of all layers but layer 0.
    pub record: usize,
}

/// The places of the numbers of layers l and l + 1, and of the parameters that lead from one to the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Place {
    /// Count of neurons of layer l, and of layer l + 1.
    pub inputs: usize,
    pub outputs: usize,
    /// Index of the first weight among the parameters. The biases follow the weights.
    pub weight: usize,
    /// Index of the first activation of layer l in a record. Those of layer l + 1 follow.
    pub input: usize,
    /// Index of the first error and of the first delta of layer l + 1 in a record. Those of layer l
    /// end there.
    pub error: usize,
    pub delta: usize,
    /// Length of a record.
    pub record: usize,
}

impl Shape {
    /// Makes the shape of layers of these sizes, at least two.
    pub fn new(sizes: &[usize]) -> Self {
        let activations: usize = sizes.iter().sum();
        let errors = activations - sizes[0];
        let record = activations + 2 * errors;
        let (mut weight, mut input) = (0, 0);
        let place = |pair: &[usize]| {
            let (inputs, outputs) = (pair[0], pair[1]);
            let error = activations + input + inputs - sizes[0];
            let delta = error + errors;
            let place = Place { inputs, outputs, weight, input, error, delta, record };
            weight += (inputs + 1) * outputs;
            input += inputs;
            place
        };
        let places = sizes.windows(2).map(place).collect();
        Self { sizes: sizes.into(), places, parameters: weight, activations, record }
    }
}

/// Calls with a place whose widths the compiler knows, if they are widths of the exhibit's own
/// networks. So the compiler unrolls the loops over them. Otherwise calls with the place as it is.
macro_rules! unrolled {
    ($place:expr, $name:ident => $call:expr) => {
        match ($place.inputs, $place.outputs) {
            (2, 1) => {
                let $name = Place { inputs: 2, outputs: 1, ..$place };
                $call
            }
            (2, 2) => {
                let $name = Place { inputs: 2, outputs: 2, ..$place };
                $call
            }
            (2, 4) => {
                let $name = Place { inputs: 2, outputs: 4, ..$place };
                $call
            }
            (4, 2) => {
                let $name = Place { inputs: 4, outputs: 2, ..$place };
                $call
            }
            _ => {
                let $name = $place;
                $call
            }
        }
    };
}

/// All records of this length. It works like `chunks_exact_mut`, but without its division. For a
/// few short records, the division would take as long as the records do.
#[inline(always)]
pub(crate) fn each(mut records: &mut [f64], length: usize) -> impl Iterator<Item = &mut [f64]> {
    std::iter::from_fn(move || {
        let (record, rest) = std::mem::take(&mut records).split_at_mut_checked(length)?;
        records = rest;
        Some(record)
    })
}

impl Place {
    /// The range of this place among the parameters, or among numbers that are laid out like them.
    pub fn parameters(self) -> std::ops::Range<usize> {
        self.weight..self.weight + (self.inputs + 1) * self.outputs
    }

    /// Wˡ and bˡ among the parameters.
    pub fn layer(self, parameters: &[f64]) -> Layer<'_> {
        let (weights, biases) = parameters[self.parameters()].split_at(self.inputs * self.outputs);
        Layer { weights, biases }
    }

    /// Computes nˡ⁺¹ of all records.
    pub fn forward(self, records: &mut [f64], layer: Layer<'_>) {
        unrolled!(self, place => place.forward_of(records, layer));
    }

    #[inline(always)]
    fn forward_of(self, records: &mut [f64], layer: Layer<'_>) {
        let Self { record: length, inputs, outputs, input, .. } = self;
        // Slices of these lengths need no check at each index.
        let weights = &layer.weights[..inputs * outputs];
        let layer = Layer { weights, biases: &layer.biases[..outputs] };
        for record in each(records, length) {
            let (before, after) = record.split_at_mut(input + inputs);
            layer.forward(&before[input..][..inputs], &mut after[..outputs]);
        }
    }

    /// Computes eˡ⁺¹ of all records, the output minus its target. Layer l + 1 is the last layer.
    #[inline(always)]
    pub fn compare(self, records: &mut [f64], target: impl Fn(usize, usize) -> f64) {
        unrolled!(self, place => place.compare_of(records, &target));
    }

    #[inline(always)]
    fn compare_of(self, records: &mut [f64], target: &impl Fn(usize, usize) -> f64) {
        let Self { record: length, inputs, outputs, input, error, .. } = self;
        for (index, record) in each(records, length).enumerate() {
            let (said, errors) = record.split_at_mut(error);
            let (said, errors) = (&said[input + inputs..][..outputs], &mut errors[..outputs]);
            for j in 0..outputs {
                errors[j] = said[j] - target(index, j);
            }
        }
    }

    /// Computes δˡ⁺¹ of all records, and adds up the gradients of Wˡ and bˡ. If `of_errors`, δ is
    /// the error itself.
    pub fn deltas(self, records: &mut [f64], gradients: &mut [f64], of_errors: bool) {
        unrolled!(self, place => place.deltas_of(records, gradients, of_errors));
    }

    #[inline(always)]
    fn deltas_of(self, records: &mut [f64], gradients: &mut [f64], of_errors: bool) {
        let Self { record: length, inputs, outputs, input, error, delta, .. } = self;
        let (weights, biases) = gradients.split_at_mut(inputs * outputs);
        let biases = &mut biases[..outputs];
        for record in each(records, length) {
            let (record, deltas) = record.split_at_mut(delta);
            let deltas = &mut deltas[..outputs];
            let (errors, said) =
                (&record[error..][..outputs], &record[input + inputs..][..outputs]);
            for ((delta, error), n) in deltas.iter_mut().zip(errors).zip(said) {
                *delta = if of_errors { *error } else { error * (n * (1.0 - n)) };
            }
            for (i, n) in record[input..][..inputs].iter().enumerate() {
                for (j, delta) in deltas.iter().enumerate() {
                    weights[i * outputs + j] += n * delta;
                }
            }
            for (sum, delta) in biases.iter_mut().zip(&*deltas) {
                *sum += delta;
            }
        }
    }

    /// Computes eˡ of all records. Wˡ, the first of the parameters, takes back the numbers of layer
    /// l + 1 that begin at `from` in a record: the errors or the deltas.
    pub fn errors(self, records: &mut [f64], parameters: &[f64], from: usize) {
        unrolled!(self, place => place.errors_of(records, parameters, from));
    }

    #[inline(always)]
    fn errors_of(self, records: &mut [f64], parameters: &[f64], from: usize) {
        let Self { record: length, inputs, outputs, error, .. } = self;
        let weights = &parameters[..inputs * outputs];
        for record in each(records, length) {
            let (before, after) = record.split_at_mut(error);
            let upstream = &after[from - error..][..outputs];
            for (i, error) in before[error - inputs..][..inputs].iter_mut().enumerate() {
                let mut sum = 0.0;
                for (j, e) in upstream.iter().enumerate() {
                    sum += e * weights[i * outputs + j];
                }
                *error = sum;
            }
        }
    }
}

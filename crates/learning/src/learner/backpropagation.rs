//! Back-propagation: how much each weight of a [`Network`] has to do with its errors (Rumelhart,
//! Hinton and Williams, "Learning representations by back-propagating errors", 1986).

use std::sync::Arc;

use super::network::{Layer, Network, Sizes, first_neuron, parameter_count};

/// How errors go back from a layer to the one before it.
///
/// In both, δˡ = eˡ ∘ nˡ(1 − nˡ), and Wˡ moves by −rate · nˡᵀδˡ⁺¹, bˡ by −rate · Σδˡ⁺¹, the sums
/// being over the batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Rule {
    /// As the notebook has it: eˡ = eˡ⁺¹·Wˡᵀ, with the Wˡ that has already moved, and with the
    /// error itself instead of δˡ⁺¹. It goes downhill most of the time, but not straight.
    #[default]
    Notebook,
    /// The exact gradient: eˡ = δˡ⁺¹·Wˡᵀ, with the Wˡ from before it moves.
    Gradient,
}

/// What is to become small: a sum over the batch and the outputs o with their targets t.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Loss {
    /// ½(o − t)².
    HalfSquaredError,
    /// −t·ln o − (1 − t)·ln(1 − o), in nats. Its δ at the outputs is the error o − t itself.
    CrossEntropy,
}

impl Loss {
    /// The loss of a batch of inputs with their targets.
    #[must_use]
    pub fn of<I, T>(self, network: &Network, batch: &[(I, T)]) -> f64
    where
        I: AsRef<[f64]>,
        T: AsRef<[f64]>,
    {
        let last = network.sizes().len() - 1;
        let mut whole = 0.0;
        for (inputs, targets) in batch {
            let activations = network.activations(inputs.as_ref());
            for (j, target) in targets.as_ref().iter().enumerate() {
                whole += match self {
                    Self::HalfSquaredError => {
                        let error = activations.layer(last)[j] - target;
                        0.5 * error * error
                    }
                    // −ln σ(z) = ln(1 + e⁻ᶻ), in a form that neither overflows nor loses digits.
                    Self::CrossEntropy => {
                        let z = network.layer(last - 1).sum(activations.layer(last - 1), j);
                        z.max(0.0) - z * target + libm::log1p(libm::exp(-z.abs()))
                    }
                };
            }
        }
        whole
    }

    /// Its derivative by each weight and bias, in the order of [`Network::parameters`].
    #[must_use]
    pub fn gradient<I, T>(self, network: &Network, batch: &[(I, T)]) -> Vec<f64>
    where
        I: AsRef<[f64]>,
        T: AsRef<[f64]>,
    {
        let mut pass = Pass::new(network, batch.len());
        pass.set_inputs(batch.iter().map(|(inputs, _)| inputs));
        pass.forward(network);
        pass.compare(|record, j| batch[record].1.as_ref().get(j).copied().unwrap_or_default());
        let mut moved = network.clone();
        pass.backward(&mut moved, Rule::Gradient, self, 0.0);
        pass.gradients().to_vec()
    }
}

/// All that is worked out when a batch goes through a network and its errors go back: what each
/// neuron said of each input of the batch, its e and its δ, and the sums by which parameters move.
#[derive(Clone, Debug, PartialEq)]
pub struct Pass {
    sizes: Sizes,
    /// The gradients, laid out as the parameters are; then for each input of the batch a record:
    /// the activations of all layers, the errors and the deltas of all but layer 0.
    values: Box<[f64]>,
}

/// How long the parts of a record are.
#[derive(Clone, Copy)]
struct Record {
    activations: usize,
    errors: usize,
}

impl Record {
    fn of(sizes: &[usize]) -> Self {
        let activations = sizes.iter().sum();
        Self { activations, errors: activations - sizes[0] }
    }

    fn length(self) -> usize {
        self.activations + 2 * self.errors
    }
}

impl Pass {
    /// A pass of so many inputs, with nothing worked out yet.
    pub(crate) fn new(network: &Network, count: usize) -> Self {
        let sizes = Arc::clone(network.shared_sizes());
        let length = network.parameters().len() + count * Record::of(&sizes).length();
        Self { sizes, values: vec![0.0; length].into() }
    }

    /// Takes in the batch.
    pub(crate) fn set_inputs<I: AsRef<[f64]>>(&mut self, batch: impl Iterator<Item = I>) {
        let count = self.sizes[0];
        for (record, inputs) in self.records().zip(batch) {
            for (value, &input) in record[..count].iter_mut().zip(inputs.as_ref()) {
                *value = input;
            }
        }
    }

    /// Works out all activations.
    pub(crate) fn forward(&mut self, network: &Network) {
        let (_, records) = self.values.split_at_mut(network.parameters().len());
        for l in 0..self.sizes.len() - 1 {
            Place::of(&self.sizes, l).forward(records, network.layer(l));
        }
    }

    /// Works out the errors of the outputs, given the target of each output of each input.
    pub(crate) fn compare(&mut self, target: impl Fn(usize, usize) -> f64) {
        let Place { inputs, outputs, input, error, .. } =
            Place::of(&self.sizes, self.sizes.len() - 2);
        for (index, record) in self.records().enumerate() {
            let (said, errors) = record.split_at_mut(error);
            let said = &said[input + inputs..][..outputs];
            for (j, (error, output)) in errors.iter_mut().zip(said).enumerate() {
                *error = output - target(index, j);
            }
        }
    }

    /// Works out all else, and moves the parameters of the network that the pass went through.
    pub(crate) fn backward(&mut self, network: &mut Network, rule: Rule, loss: Loss, rate: f64) {
        let (gradients, records) = self.values.split_at_mut(network.parameters().len());
        let sizes = &self.sizes[..];
        gradients.fill(0.0);
        for l in (0..sizes.len() - 1).rev() {
            let place = Place::of(sizes, l);
            let start = parameter_count(&sizes[..=l]);
            let range = start..start + (place.inputs + 1) * place.outputs;
            let of_errors = loss == Loss::CrossEntropy && l + 2 == sizes.len();
            place.deltas(records, &mut gradients[range.clone()], of_errors);
            let parameters = &mut network.parameters_mut()[range.clone()];
            if rule == Rule::Gradient && l > 0 {
                place.errors(records, parameters, place.delta);
            }
            for (parameter, gradient) in parameters.iter_mut().zip(&gradients[range]) {
                *parameter -= rate * gradient;
            }
            if rule == Rule::Notebook && l > 0 {
                place.errors(records, parameters, place.error);
            }
        }
    }

    /// Count of inputs in the batch.
    #[must_use]
    pub fn len(&self) -> usize {
        let records = self.values.len() - parameter_count(&self.sizes);
        records / Record::of(&self.sizes).length()
    }

    /// Whether there was no input.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.len() == parameter_count(&self.sizes)
    }

    /// What the neurons of layer l said of an input of the batch: each from 0 to 1, and for layer 0
    /// the input itself.
    #[must_use]
    pub fn activations(&self, l: usize, record: usize) -> &[f64] {
        self.part(record, first_neuron(&self.sizes, l), l)
    }

    /// eˡ of an input of the batch, l being above 0: for the last layer output − target, for the
    /// others what came back from the next layer, by the [`Rule`].
    #[must_use]
    pub fn errors(&self, l: usize, record: usize) -> &[f64] {
        let Record { activations, .. } = Record::of(&self.sizes);
        self.part(record, activations + first_neuron(&self.sizes, l) - self.sizes[0], l)
    }

    /// δˡ of an input of the batch, l being above 0.
    #[must_use]
    pub fn deltas(&self, l: usize, record: usize) -> &[f64] {
        let Record { activations, errors } = Record::of(&self.sizes);
        self.part(record, activations + errors + first_neuron(&self.sizes, l) - self.sizes[0], l)
    }

    /// nˡᵀδˡ⁺¹ and Σδˡ⁺¹: what, times the rate, was taken from Wˡ and from bˡ.
    #[must_use]
    pub fn gradient(&self, l: usize) -> Layer<'_> {
        Layer::of(&self.sizes, self.gradients(), l)
    }

    /// The same for all layers, in the order of [`Network::parameters`].
    #[must_use]
    pub fn gradients(&self) -> &[f64] {
        &self.values[..parameter_count(&self.sizes)]
    }

    /// Count of layers, the inputs included.
    #[must_use]
    pub fn layers(&self) -> usize {
        self.sizes.len()
    }

    fn records(&mut self) -> impl Iterator<Item = &mut [f64]> {
        let length = Record::of(&self.sizes).length();
        self.values[parameter_count(&self.sizes)..].chunks_exact_mut(length)
    }

    fn part(&self, record: usize, offset: usize, l: usize) -> &[f64] {
        let start = self.start_of(record) + offset;
        &self.values[start..start + self.sizes[l]]
    }

    fn start_of(&self, record: usize) -> usize {
        parameter_count(&self.sizes) + record * Record::of(&self.sizes).length()
    }
}

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

/// Where in a record the numbers of layers l and l + 1 are.
#[derive(Clone, Copy)]
struct Place {
    length: usize,
    inputs: usize,
    outputs: usize,
    /// The first activation of layer l; those of layer l + 1 follow.
    input: usize,
    /// The first error and the first delta of layer l + 1; those of layer l end there.
    error: usize,
    delta: usize,
}

impl Place {
    fn of(sizes: &[usize], l: usize) -> Self {
        let record = Record::of(sizes);
        let (inputs, outputs) = (sizes[l], sizes[l + 1]);
        let input = first_neuron(sizes, l);
        let error = record.activations + input + inputs - sizes[0];
        let delta = error + record.errors;
        Self { length: record.length(), inputs, outputs, input, error, delta }
    }

    /// nˡ⁺¹ of all records.
    fn forward(self, records: &mut [f64], layer: Layer<'_>) {
        unrolled!(self, place => place.forward_of(records, layer));
    }

    #[inline(always)]
    fn forward_of(self, records: &mut [f64], layer: Layer<'_>) {
        let Self { length, inputs, outputs, input, .. } = self;
        for record in records.chunks_exact_mut(length) {
            let (before, after) = record.split_at_mut(input + inputs);
            layer.forward(&before[input..][..inputs], &mut after[..outputs]);
        }
    }

    /// δˡ⁺¹ of all records, and what they add up to for Wˡ and bˡ.
    fn deltas(self, records: &mut [f64], gradients: &mut [f64], of_errors: bool) {
        unrolled!(self, place => place.deltas_of(records, gradients, of_errors));
    }

    #[inline(always)]
    fn deltas_of(self, records: &mut [f64], gradients: &mut [f64], of_errors: bool) {
        let Self { length, inputs, outputs, input, error, delta } = self;
        let (weights, biases) = gradients.split_at_mut(inputs * outputs);
        for record in records.chunks_exact_mut(length) {
            let (record, deltas) = record.split_at_mut(delta);
            let deltas = &mut deltas[..outputs];
            let (errors, said) =
                (&record[error..][..outputs], &record[input + inputs..][..outputs]);
            for ((delta, error), n) in deltas.iter_mut().zip(errors).zip(said) {
                *delta = if of_errors { *error } else { error * (n * (1.0 - n)) };
            }
            let mut weights = &mut *weights;
            for n in &record[input..][..inputs] {
                let (row, below) = weights.split_at_mut(outputs);
                for (sum, delta) in row.iter_mut().zip(&*deltas) {
                    *sum += n * delta;
                }
                weights = below;
            }
            for (sum, delta) in biases.iter_mut().zip(&*deltas) {
                *sum += delta;
            }
        }
    }

    /// eˡ of all records: what goes back by Wˡ, which are the first of the parameters, of that which
    /// stands at `from`.
    fn errors(self, records: &mut [f64], parameters: &[f64], from: usize) {
        unrolled!(self, place => place.errors_of(records, parameters, from));
    }

    #[inline(always)]
    fn errors_of(self, records: &mut [f64], parameters: &[f64], from: usize) {
        let Self { length, inputs, outputs, error, .. } = self;
        for record in records.chunks_exact_mut(length) {
            let (before, after) = record.split_at_mut(error);
            let upstream = &after[from - error..][..outputs];
            let mut weights = parameters;
            for error in &mut before[error - inputs..] {
                let (row, below) = weights.split_at(outputs);
                *error = upstream.iter().zip(row).map(|(e, weight)| e * weight).sum();
                weights = below;
            }
        }
    }
}

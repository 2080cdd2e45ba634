use std::{convert::Infallible, str::FromStr, sync::LazyLock};

use quotidian_search::Interval;

use super::{counts, extract::Readable, parameter::Parameter, reader::Reader};
use crate::problem::Problem;

/// The canonical name of a speaker.
pub(crate) struct SpeakerName(pub(crate) String);

impl FromStr for SpeakerName {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(text.to_owned()))
    }
}

/// How a speaker is read.
pub(crate) struct SpeakerReading {
    /// The interval of the timeline; `None` leaves it out.
    pub(crate) interval: Option<Interval>,
}

static KNOWN: LazyLock<Vec<Parameter>> = LazyLock::new(|| vec![counts::known_interval()]);

impl Readable for SpeakerReading {
    fn known() -> &'static [Parameter] {
        &KNOWN
    }

    fn read(reader: Reader, _: &str) -> Result<Self, Problem> {
        Ok(Self { interval: counts::interval(&reader)? })
    }
}

use serde::{Deserialize, Serialize};

use crate::Span;

/// Whose words a quote is. Every part can be absent: nobody is guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speaker {
    /// The words of the body that name the speaker ("she", "the minister", "Kuleba"), if any stand with the quote.
    pub surface: Option<Span>,
    /// The canonical name ("Dmytro Kuleba"); `None` means unattributed.
    pub name: Option<String>,
    /// The words of the body that say what the speaker is ("foreign minister of Halvia"), wherever in the article they
    /// stand, if any do.
    pub role: Option<Span>,
}

impl Speaker {
    /// Nobody: the quote has no words for its speaker and no name.
    pub fn unattributed() -> Self {
        Self::default()
    }
}

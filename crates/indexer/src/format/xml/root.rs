use super::{Element, Parser};
use crate::format::charset;

/// How far a root element is looked for, in bytes: some exporters leave long comments before it.
const WITHIN: usize = 16 * 1024;

/// How a file of XML begins.
pub(in crate::format) struct Root(Element);

impl Root {
    /// The root element of what begins so, without what is in it, if it is XML.
    pub(in crate::format) fn read(head: &[u8]) -> Option<Self> {
        if !head.starts_with(b"<") {
            return None;
        }
        let head = charset::decoded(&head[..head.len().min(WITHIN)]);
        Parser::new(head.as_bytes(), WITHIN as u64 * 4).next_start().ok()?.map(Self)
    }

    /// Whether the root has one of these names, whatever its prefix.
    pub(in crate::format) fn is(&self, names: &[&str]) -> bool {
        names.contains(&self.0.name())
    }

    /// Whether the root declares a namespace that contains these words.
    pub(in crate::format) fn declares(&self, namespace: &str) -> bool {
        self.0.attributes().any(|(_, value)| value.contains(namespace))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_found_behind_all_that_may_stand_before_it() {
        let is_nitf = |head: &str| Root::read(head.as_bytes()).is_some_and(|root| root.is(&["nitf"]));
        for head in [
            "<nitf>",
            "<nitf version=\"x\"\n>",
            "<?xml version='1.0'?>\n<!-- <feed> -->\n<?style x?><!DOCTYPE nitf PUBLIC '-//x' 'y'>\n<x:nitf><head>",
        ] {
            assert!(is_nitf(head), "{head}");
        }
        let root = Root::read(b"<feed xmlns='http://www.w3.org/2005/Atom'>").unwrap();
        assert!(root.declares("2005/Atom") && !root.declares("rss"));
        for head in ["<feed>", "<!-- <nitf>", "nitf", "", "<"] {
            assert!(!is_nitf(head), "{head}");
        }
    }
}

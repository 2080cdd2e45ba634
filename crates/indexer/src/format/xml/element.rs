use crate::clean;

/// An element with all that is in it.
#[derive(Debug, Clone, Default)]
pub(in crate::format) struct Element {
    /// The name as it is written, with its prefix.
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) nodes: Vec<Node>,
    /// The line in which it begins, from 1.
    pub(in crate::format) line: u64,
}

/// What an element holds.
#[derive(Debug, Clone)]
pub(super) enum Node {
    Element(Element),
    Text(String),
}

/// A name without its prefix.
pub(super) fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

impl Element {
    /// The name with its prefix.
    pub(in crate::format) fn full_name(&self) -> &str {
        &self.name
    }

    /// The name without its prefix.
    pub(in crate::format) fn name(&self) -> &str {
        local(&self.name)
    }

    /// The value of an attribute, whatever its prefix, unless it is blank.
    pub(in crate::format) fn attribute(&self, name: &str) -> Option<&str> {
        let value = self.attributes.iter().find(|(known, _)| local(known) == name)?.1.trim();
        (!value.is_empty()).then_some(value)
    }

    /// The names without prefixes and the values of all attributes.
    pub(in crate::format) fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().map(|(name, value)| (local(name), value.as_str()))
    }

    /// The elements right in it.
    pub(in crate::format) fn children(&self) -> impl DoubleEndedIterator<Item = &Element> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element of a name right in it.
    pub(in crate::format) fn child(&self, name: &str) -> Option<&Element> {
        self.children().find(|child| child.name() == name)
    }

    /// All elements in it, in the order in which they begin.
    pub(in crate::format) fn descendants(&self) -> impl Iterator<Item = &Element> {
        let mut open: Vec<&Element> = self.children().rev().collect();
        std::iter::from_fn(move || {
            let next = open.pop()?;
            open.extend(next.children().rev());
            Some(next)
        })
    }

    /// All elements of a name in it.
    pub(in crate::format) fn all<'element>(
        &'element self,
        name: &'element str,
    ) -> impl Iterator<Item = &'element Element> {
        self.descendants().filter(move |element| element.name() == name)
    }

    /// The first element of a name in it.
    pub(in crate::format) fn first(&self, name: &str) -> Option<&Element> {
        self.descendants().find(|element| element.name() == name)
    }

    /// The same element without those in it that are `unwanted`.
    pub(in crate::format) fn without(&self, unwanted: &impl Fn(&Element) -> bool) -> Element {
        let kept = self.nodes.iter().filter_map(|node| match node {
            Node::Element(child) if unwanted(child) => None,
            Node::Element(child) => Some(Node::Element(child.without(unwanted))),
            Node::Text(text) => Some(Node::Text(text.clone())),
        });
        Element {
            nodes: kept.collect(),
            attributes: self.attributes.clone(),
            name: self.name.clone(),
            line: self.line,
        }
    }

    /// Whether there is anything but blanks in it.
    pub(in crate::format) fn has_text(&self) -> bool {
        self.nodes.iter().any(|node| match node {
            Node::Element(element) => element.has_text(),
            Node::Text(text) => !text.trim().is_empty(),
        })
    }

    /// All its text as it stands.
    pub(in crate::format) fn text(&self) -> String {
        let mut text = String::new();
        self.add_text(&mut text);
        text
    }

    fn add_text(&self, text: &mut String) {
        for node in &self.nodes {
            match node {
                Node::Element(element) => element.add_text(text),
                Node::Text(words) => text.push_str(words),
            }
        }
    }

    /// All its text in one line, unless it is blank.
    pub(in crate::format) fn line_of_text(&self) -> Option<String> {
        clean::line(&self.text())
    }
}

#[cfg(test)]
mod tests {
    use crate::format::xml::parser::tests::tree;

    #[test]
    fn elements_are_found_by_their_names_without_prefixes() {
        let root = tree("<r><n:a x:k='1'>One <b>two</b>\n three</n:a><c><a>four</a></c></r>");
        assert_eq!(root.child("a").unwrap().line_of_text().as_deref(), Some("One two three"));
        assert_eq!(root.child("a").unwrap().attribute("k"), Some("1"));
        assert_eq!(root.all("a").count(), 2);
        assert_eq!(root.first("b").unwrap().text(), "two");
        assert!(root.child("b").is_none());
    }
}

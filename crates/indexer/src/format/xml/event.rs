use quick_xml::{escape, events::Event};

/// The characters of an event; references to what the file would have to define are left out.
pub(in crate::format) fn characters(event: &Event) -> String {
    match event {
        Event::Text(text) => text.to_string(),
        Event::CData(text) => text.to_string(),
        Event::GeneralRef(reference) => match reference.resolve_char_ref() {
            Ok(Some(character)) => character.to_string(),
            _ => escape::resolve_predefined_entity(reference).unwrap_or_default().to_owned(),
        },
        _ => String::new(),
    }
}

//! The tags of the tagger: where a name of each kind begins and goes on (Ramshaw and Marcus 1995).

use quotidian_model::EntityKind;

/// A token's tag, below [`LABELS`].
pub type Label = u8;

/// How many labels there are.
pub const LABELS: usize = 8;
/// No part of a name.
pub const OUTSIDE: Label = 0;
/// Part of something else that has a name: a nationality, an event, a product.
pub const OTHER: Label = 7;

/// The label of a name's first token.
pub const fn begin(kind: EntityKind) -> Label {
    match kind {
        EntityKind::Person => 1,
        EntityKind::Organization => 3,
        EntityKind::Place => 5,
    }
}

/// The label of a name's later tokens.
pub const fn inside(kind: EntityKind) -> Label {
    begin(kind) + 1
}

/// The kind of the name that a token is part of.
pub const fn kind(label: Label) -> Option<EntityKind> {
    match label {
        1 | 2 => Some(EntityKind::Person),
        3 | 4 => Some(EntityKind::Organization),
        5 | 6 => Some(EntityKind::Place),
        _ => None,
    }
}

/// Whether a label goes on with the name of the label before.
pub const fn goes_on(label: Label) -> bool {
    matches!(label, 2 | 4 | 6)
}

/// Whether a label can follow another: a name goes on only where one of its kind is open.
pub const fn can_follow(before: Label, label: Label) -> bool {
    !goes_on(label) || before == label || before + 1 == label
}

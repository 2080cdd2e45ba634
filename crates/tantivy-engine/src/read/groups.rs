use quotidian_search::GroupId;

use super::Lists;

/// The stories of the articles of an index, or the utterances of its quotes.
#[derive(Debug, Default)]
pub(crate) struct Groups {
    /// The identity of every group, in order; a group's place is its ordinal.
    ids: Vec<u64>,
    /// The ordinal of the group of every document.
    of_documents: Vec<u32>,
    /// The documents of every group that have not been replaced, in order.
    members: Lists,
}

impl Groups {
    /// From the identity of every document's group, by number, and whether the document has not been replaced.
    pub(super) fn new(of_documents: &[u64], is_alive: impl Fn(u32) -> bool) -> Self {
        let mut ids = of_documents.to_vec();
        ids.sort_unstable();
        ids.dedup();
        let ordinal = |id: &u64| ids.binary_search(id).unwrap_or_default() as u32;
        let of_documents: Vec<u32> = of_documents.iter().map(ordinal).collect();
        let mut lists = Lists::with_capacity(of_documents.len());
        for (group, document) in std::iter::zip(&of_documents, 0..) {
            lists.push(is_alive(document).then_some(*group));
        }
        Self { members: lists.transposed(ids.len()), ids, of_documents }
    }

    /// The ordinal of a document's group.
    pub(crate) fn of(&self, document: u32) -> u32 {
        self.of_documents[document as usize]
    }

    pub(crate) fn id(&self, group: u32) -> GroupId {
        GroupId(self.ids[group as usize])
    }

    pub(crate) fn ordinal(&self, id: GroupId) -> Option<u32> {
        self.ids.binary_search(&id.0).ok().map(|place| place as u32)
    }

    /// The documents of a group that have not been replaced, in order.
    pub(crate) fn members(&self, group: u32) -> &[u32] {
        self.members.get(group)
    }

    /// Whether a document is the only one of its group.
    pub(crate) fn is_alone(&self, document: u32) -> bool {
        self.members(self.of(document)).len() < 2
    }
}

//! The structure tree of a tagged résumé: what is put on a page joins it, in reading order.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::open::dictionary;
use super::sheet::Sheet;
use crate::draw::{Element, Kid};
use crate::page::Mark;

/// Whether a drawing may stand within such a mark: an optional layer, yes; another element's content, no.
pub(super) fn lets_in(mark: &Mark) -> bool {
    let plain = mark.mcid.is_none() && mark.properties.is_none();
    mark.tag == b"OC" || (plain && mark.tag != b"Artifact" && mark.tag != b"Span")
}

/// The structure tree of a document.
pub(super) struct Tree {
    root: ObjectId,
}

/// Where a page's content is tied to the tree.
pub(super) struct Place {
    /// The number of the first mark that the page has not used.
    pub(super) mark: i64,
    /// The element that the new ones follow.
    after: Option<ObjectId>,
    key: Option<i64>,
}

impl Tree {
    /// The tree, where the document is tagged, with a parent tree that can be added to.
    pub(super) fn of(document: &mut Document) -> Option<Self> {
        let root = document.catalog().ok()?.get(b"StructTreeRoot").ok()?.as_reference().ok()?;
        let parents = match document.get_dictionary(root).ok()?.get(b"ParentTree") {
            Ok(Object::Reference(_)) => return Some(Self { root }),
            Ok(Object::Dictionary(inline)) => inline.clone(),
            _ => dictionary! { "Nums" => Vec::<Object>::new() },
        };
        let parents = document.add_object(parents);
        document.get_dictionary_mut(root).ok()?.set("ParentTree", parents);
        Some(Self { root })
    }

    /// Where on the page, after the operator `after`, new elements belong.
    pub(super) fn place(&self, document: &Document, sheet: &Sheet, after: Option<usize>) -> Place {
        let page = document.get_dictionary(sheet.page).ok();
        let key = page.and_then(|page| page.get(b"StructParents").ok()?.as_i64().ok());
        let parents = key.and_then(|key| self.parents(document, key)).unwrap_or_default();
        let number = |mark: &Mark| {
            mark.mcid.or_else(|| {
                let properties = super::insert::inherited(document, sheet.page, b"Resources")
                    .and_then(|found| document.dereference(found).ok()?.1.as_dict().ok())
                    .and_then(|resources| dictionary(document, resources, b"Properties"))?;
                dictionary(document, properties, mark.properties.as_deref()?)?
                    .get(b"MCID")
                    .ok()?
                    .as_i64()
                    .ok()
            })
        };
        let numbers = |op: usize| {
            sheet.befores.get(op).into_iter().flat_map(|before| before.marks.iter()).filter_map(number)
        };
        let used = (0..sheet.befores.len()).flat_map(numbers).max().map_or(0, |most| most + 1);
        let mark = used.max(i64::try_from(parents.len()).unwrap_or(0));
        let last = after.and_then(|after| (0..=after).rev().find_map(|op| numbers(op).next_back()));
        let after = last.and_then(|mark| parents.get(usize::try_from(mark).ok()?)?.as_reference().ok());
        Place { mark, after, key }
    }

    /// The place of a page that has no content yet.
    pub(super) fn fresh() -> Place {
        Place { mark: 0, after: None, key: None }
    }

    /// The elements that own the page's marks, by number.
    fn parents(&self, document: &Document, key: i64) -> Option<Vec<Object>> {
        let leaf = leaf(document, self.number_tree(document)?, key)?;
        let found = value(document.get_dictionary(leaf).ok(), key)?;
        document.dereference(&found).ok()?.1.as_array().ok().cloned()
    }

    fn number_tree(&self, document: &Document) -> Option<ObjectId> {
        document.get_dictionary(self.root).ok()?.get(b"ParentTree").ok()?.as_reference().ok()
    }

    /// Adds elements at a place and gives their ids.
    pub(super) fn add(
        &self,
        document: &mut Document,
        page: ObjectId,
        place: &Place,
        elements: &[Element],
        links: &[(u32, ObjectId)],
    ) -> Vec<ObjectId> {
        let (parent, at) = self.slot(document, place.after);
        let mut added = Vec::new();
        let mut added_below = Vec::new();
        let mut owners: Vec<(i64, ObjectId)> = Vec::new();
        for element in elements {
            let id = document.new_object_id();
            let mut kids = Vec::new();
            for kid in &element.kids {
                let (Kid::Text(mark) | Kid::Link { mark, .. }) = kid;
                let link = links.iter().find(|(of, _)| of == mark).map(|(_, link)| *link);
                let mark = place.mark + i64::from(*mark);
                let Some(link) = link else {
                    kids.push(Object::Integer(mark));
                    owners.push((mark, id));
                    continue;
                };
                let own = document.add_object(dictionary! {
                    "Type" => "StructElem",
                    "S" => "Link",
                    "P" => id,
                    "Pg" => page,
                    "K" => vec![
                        Object::Integer(mark),
                        Object::Dictionary(dictionary! { "Type" => "OBJR", "Pg" => page, "Obj" => link }),
                    ],
                });
                kids.push(Object::Reference(own));
                owners.push((mark, own));
                let key = next_key(document);
                if let Ok(entries) = document.get_dictionary_mut(link) {
                    entries.set("StructParent", key);
                }
                self.set(document, key, Object::Reference(own));
                added_below.push(own);
            }
            document.set_object(
                id,
                dictionary! {
                    "Type" => "StructElem",
                    "S" => element.role.tag(),
                    "P" => parent,
                    "Pg" => page,
                    "K" => kids,
                },
            );
            added.push(id);
        }
        self.adopt(document, parent, at, &added);
        self.own(document, page, place.key, &owners);
        added.into_iter().chain(added_below).collect()
    }

    /// The element to add to, and after which of its kids: an ancestor of `after` that holds blocks.
    fn slot(&self, document: &Document, after: Option<ObjectId>) -> (ObjectId, Option<ObjectId>) {
        let holds_blocks = |id: ObjectId| {
            let kind =
                document.get_dictionary(id).ok().and_then(|element| element.get(b"S").ok()?.as_name().ok());
            id == self.root
                || matches!(kind, Some(b"Document" | b"Part" | b"Art" | b"Sect" | b"Div" | b"NonStruct"))
        };
        let parent_of = |id: ObjectId| document.get_dictionary(id).ok()?.get(b"P").ok()?.as_reference().ok();
        let mut child = after;
        for _ in 0..64 {
            let Some(id) = child else { break };
            match parent_of(id) {
                Some(parent) if holds_blocks(parent) && parent != self.root => return (parent, Some(id)),
                parent => child = parent.filter(|parent| *parent != self.root),
            }
        }
        // Nothing is known of the place: the start of the document's own element.
        let first = |id: ObjectId| {
            let kids = document.get_dictionary(id).ok()?.get(b"K").ok()?;
            let kids = document.dereference(kids).map_or(kids, |(_, kids)| kids);
            match kids {
                Object::Array(kids) => kids.first()?.as_reference().ok(),
                _ => document.get_dictionary(id).ok()?.get(b"K").ok()?.as_reference().ok(),
            }
        };
        (first(self.root).filter(|id| holds_blocks(*id)).unwrap_or(self.root), None)
    }

    fn adopt(&self, document: &mut Document, parent: ObjectId, after: Option<ObjectId>, added: &[ObjectId]) {
        let Ok(entries) = document.get_dictionary(parent) else { return };
        let kids = entries.get(b"K").cloned().unwrap_or(Object::Array(Vec::new()));
        let mut kids = match &kids {
            Object::Array(kids) => kids.clone(),
            Object::Reference(id) => match document.get_object(*id) {
                Ok(Object::Array(kids)) => kids.clone(),
                _ => vec![kids],
            },
            _ => vec![kids],
        };
        let at = after
            .and_then(|after| kids.iter().position(|kid| kid.as_reference().is_ok_and(|id| id == after)))
            .map_or(0, |at| at + 1);
        kids.splice(at..at, added.iter().map(|id| Object::Reference(*id)));
        if let Ok(entries) = document.get_dictionary_mut(parent) {
            entries.set("K", kids);
        }
    }

    /// Notes in the parent tree who owns the new marks.
    fn own(&self, document: &mut Document, page: ObjectId, key: Option<i64>, owners: &[(i64, ObjectId)]) {
        let key = key.unwrap_or_else(|| next_key(document));
        let mut parents = self.parents(document, key).unwrap_or_default();
        for (mark, owner) in owners {
            let Ok(mark) = usize::try_from(*mark) else { continue };
            if mark > 100_000 {
                return;
            }
            parents.resize(parents.len().max(mark + 1), Object::Null);
            if let Some(slot) = parents.get_mut(mark) {
                *slot = Object::Reference(*owner);
            }
        }
        let list = document.add_object(parents);
        self.set(document, key, Object::Reference(list));
        if let Ok(entries) = document.get_dictionary_mut(page) {
            entries.set("StructParents", key);
            entries.set("Tabs", "S");
        }
        if let Ok(root) = document.get_dictionary_mut(self.root) {
            let next = root.get(b"ParentTreeNextKey").and_then(Object::as_i64).unwrap_or(0);
            root.set("ParentTreeNextKey", next.max(key + 1));
        }
    }

    /// Sets an entry of the parent tree.
    fn set(&self, document: &mut Document, key: i64, value: Object) {
        let Some(tree) = self.number_tree(document) else { return };
        let leaf =
            leaf(document, tree, key).or_else(|| leaves(document, tree).last().copied()).unwrap_or(tree);
        let Ok(entries) = document.get_dictionary_mut(leaf) else { return };
        let mut pairs = entries.get(b"Nums").and_then(Object::as_array).cloned().unwrap_or_default();
        let at = pairs.chunks(2).position(|pair| {
            pair.first().is_some_and(|found| found.as_i64().is_ok_and(|found| found >= key))
        });
        let at = at.map_or(pairs.len(), |at| at * 2);
        let there = pairs.get(at).is_some_and(|found| found.as_i64().is_ok_and(|found| found == key));
        pairs.splice(at..if there { (at + 2).min(pairs.len()) } else { at }, [Object::Integer(key), value]);
        entries.set("Nums", pairs);
        if let Ok(Object::Array(limits)) = entries.get_mut(b"Limits")
            && let Some(most) = limits.get_mut(1)
            && most.as_i64().is_ok_and(|most| most < key)
        {
            *most = Object::Integer(key);
        }
    }

    /// Takes elements out of the tree again.
    pub(super) fn remove(document: &mut Document, elements: &[ObjectId]) {
        let gone: BTreeSet<ObjectId> = elements.iter().copied().collect();
        let is_gone = |item: &Object| item.as_reference().is_ok_and(|id| gone.contains(&id));
        for id in &gone {
            let parent = document
                .get_dictionary(*id)
                .ok()
                .and_then(|element| element.get(b"P").ok()?.as_reference().ok());
            if let Some(Ok(parent)) = parent.map(|parent| document.get_dictionary_mut(parent))
                && let Ok(Object::Array(kids)) = parent.get_mut(b"K")
            {
                kids.retain(|kid| !is_gone(kid));
            }
        }
        // What is left are the lists of the parent tree, whose places count.
        for object in document.objects.values_mut() {
            if let Object::Array(items) = object {
                items.iter_mut().filter(|item| is_gone(item)).for_each(|item| *item = Object::Null);
            }
        }
        document.objects.retain(|id, _| !gone.contains(id));
    }
}

/// A key of the parent tree that nothing uses yet.
fn next_key(document: &Document) -> i64 {
    let keys = document.objects.values().filter_map(|object| {
        let entries = match object {
            Object::Dictionary(entries) => entries,
            Object::Stream(stream) => &stream.dict,
            _ => return None,
        };
        [b"StructParents".as_slice(), b"StructParent", b"ParentTreeNextKey"]
            .iter()
            .filter_map(|key| {
                entries.get(key).ok()?.as_i64().ok().map(|found| found + i64::from(!key.ends_with(b"Key")))
            })
            .max()
    });
    keys.max().unwrap_or(0)
}

fn value(leaf: Option<&Dictionary>, key: i64) -> Option<Object> {
    let pairs = leaf?.get(b"Nums").ok()?.as_array().ok()?;
    let found =
        |pair: &&[Object]| pair.first().is_some_and(|found| found.as_i64().is_ok_and(|found| found == key));
    pairs.chunks(2).find(found)?.get(1).cloned()
}

/// The leaves of a number tree, each once, however they refer to each other.
fn leaves(document: &Document, root: ObjectId) -> Vec<ObjectId> {
    let (mut waiting, mut met, mut leaves) = (vec![root], BTreeSet::new(), Vec::new());
    while let Some(node) = waiting.pop() {
        if !met.insert(node) {
            continue;
        }
        let kids = document
            .get_dictionary(node)
            .and_then(|entries| entries.get_deref(b"Kids", document))
            .and_then(Object::as_array);
        match kids {
            Ok(kids) => waiting.extend(kids.iter().rev().filter_map(|kid| kid.as_reference().ok())),
            Err(_) => leaves.push(node),
        }
    }
    leaves
}

/// The leaf of a number tree that holds a key.
fn leaf(document: &Document, root: ObjectId, key: i64) -> Option<ObjectId> {
    leaves(document, root).into_iter().find(|leaf| value(document.get_dictionary(*leaf).ok(), key).is_some())
}

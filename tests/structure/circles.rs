//! No two files of a crate import each other in a loop. Only a parent and its own children may.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};
use syn::{Attribute, ItemMod, ItemUse, UseTree};

use crate::root;

/// A module, as the names on the way from the root of its crate.
type Module = Vec<String>;
/// The modules that each module names.
type Imports = BTreeMap<Module, BTreeSet<Module>>;

/// Returns the folders of the crates' sources.
fn sources() -> Vec<PathBuf> {
    let crates = std::fs::read_dir(root().join("crates")).unwrap();
    let crates = crates.map(|entry| entry.unwrap().path().join("src"));
    let mut sources: Vec<_> = crates.filter(|source| source.is_dir()).collect();
    sources.push(root().join("src"));
    sources
}

fn files(folder: &Path, module: &Module, found: &mut BTreeMap<Module, PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let mut inner = module.clone();
        if !(module.is_empty() && (name == "lib" || name == "main")) {
            inner.push(name);
        }
        if path.is_dir() {
            files(&path, &inner, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.insert(inner, path);
        }
    }
}

/// Collects the paths that a file names, outside its unit tests.
#[derive(Default)]
struct Paths(Vec<Vec<String>>);

impl Paths {
    fn add_tree(&mut self, before: &[String], tree: &UseTree) {
        let mut path = before.to_vec();
        match tree {
            UseTree::Path(step) => {
                path.push(step.ident.to_string());
                self.add_tree(&path, &step.tree);
            }
            UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.add_tree(before, tree));
            }
            UseTree::Name(name) => {
                path.push(name.ident.to_string());
                self.0.push(path);
            }
            UseTree::Rename(name) => {
                path.push(name.ident.to_string());
                self.0.push(path);
            }
            UseTree::Glob(_) => self.0.push(path),
        }
    }
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
    })
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if !is_test(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        if !is_test(&item.attrs) {
            self.add_tree(&[], &item.tree);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.0.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }
}

/// Returns the module that `path` names, as seen from the module `from`. Returns nothing for a
/// path that does not begin at a module of this crate.
fn target(path: &[String], from: &Module, files: &BTreeMap<Module, PathBuf>) -> Option<Module> {
    let mut rest = path;
    let mut module = match rest.first()?.as_str() {
        "crate" => Module::new(),
        "self" | "super" => from.clone(),
        child => {
            let mut inner = from.clone();
            inner.push(child.to_owned());
            files.contains_key(&inner).then(|| from.clone())?
        }
    };
    while let [first, others @ ..] = rest
        && ["crate", "self", "super"].contains(&first.as_str())
    {
        if first == "super" {
            module.pop();
        }
        rest = others;
    }
    for name in rest {
        module.push(name.clone());
        if !files.contains_key(&module) {
            module.pop();
            break;
        }
    }
    Some(module)
}

fn imports(source: &Path) -> Imports {
    let mut found = BTreeMap::new();
    files(source, &Module::new(), &mut found);
    let imports_of = |(module, path): (&Module, &PathBuf)| {
        let text = std::fs::read_to_string(path).unwrap();
        let mut paths = Paths::default();
        paths.visit_file(&syn::parse_file(&text).unwrap());
        let named = paths.0.iter().filter_map(|path| target(path, module, &found));
        let is_relative = |other: &Module| module.starts_with(other) || other.starts_with(module);
        (module.clone(), named.filter(|other| !is_relative(other)).collect())
    };
    found.iter().map(imports_of).collect()
}

/// Returns the modules that a module imports, directly or through others.
fn reached(imports: &Imports, from: &Module) -> BTreeSet<Module> {
    let (mut reached, mut open) = (BTreeSet::new(), vec![from.clone()]);
    while let Some(module) = open.pop() {
        for next in imports.get(&module).into_iter().flatten() {
            if reached.insert(next.clone()) {
                open.push(next.clone());
            }
        }
    }
    reached
}

#[test]
fn no_files_import_each_other_in_a_loop() {
    let mut loops = BTreeSet::new();
    for source in sources() {
        let imports = imports(&source);
        assert!(imports.values().map(BTreeSet::len).sum::<usize>() > 3, "{}", source.display());
        for (module, named) in &imports {
            for other in named.iter().filter(|other| reached(&imports, other).contains(module)) {
                let name = |module: &Module| module.join("::");
                loops.insert(format!("{}: {} and {}", source.display(), name(module), name(other)));
            }
        }
    }
    assert!(loops.is_empty(), "{loops:#?}");
}

//! The packs are embedded; a file added to them must reach the binary.

fn main() {
    println!("cargo:rerun-if-changed=src/languages");
}

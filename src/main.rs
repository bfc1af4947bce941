//! The command line of palmares.

use std::process::ExitCode;

fn main() -> ExitCode {
    palmares::commands::main()
}

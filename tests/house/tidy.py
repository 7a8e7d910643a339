"""What the tidy tests look for; each check takes the text of a module and gives back its findings."""

import ast
import re
from collections.abc import Callable, Iterator

FUNCTION_LINES_MAX = 59
MODULE_LINES_MAX = 399

# Everything else is pure: it is given what it needs, the day included, and asks for nothing.
SHELL = {"api", "cli", "present", "service", "stores", "web", "settings", "verify", "__main__"}

# Modules through which code asks the machine for something.
ASKING_MODULES = frozenset(
    """asyncio concurrent getpass glob http importlib io locale logging mmap multiprocessing os pathlib
    pkgutil platform queue random secrets select shutil signal socket sqlite3 ssl subprocess sys
    tempfile threading time urllib""".split()
)
ASKING_BUILTINS = frozenset("__import__ breakpoint compile eval exec input open print".split())
# Names that ask whatever they hang on: a date, a path, a data frame, a module bound to another name.
ASKING_NAMES = frozenset(
    """environ getenv now read_bytes read_csv read_json read_ndjson read_parquet read_text scan_csv
    scan_ndjson scan_parquet sink_csv sink_parquet today urandom utcnow uuid1 uuid4 write_bytes
    write_csv write_json write_parquet write_text""".split()
)

# They name nothing: a reader learns from them neither what goes in nor what comes out.
EMPTY_WORDS = frozenset("handle handler helper helpers manage manager process processor util utils".split())


def long_functions(source: str) -> list[str]:
    """Functions of more lines than the house allows, from `def` to the last line."""
    return [
        f"{line}: {node.name} has {node.end_lineno - line + 1} lines"
        for node in _functions(source)
        if (line := node.lineno) and node.end_lineno and node.end_lineno - line + 1 > FUNCTION_LINES_MAX
    ]


def long_modules(source: str) -> list[str]:
    """The module itself, if it has more lines than the house allows."""
    count = len(source.splitlines())
    return [f"1: {count} lines"] if count > MODULE_LINES_MAX else []


def askings(source: str) -> list[str]:
    """Places where a module asks for a clock, a file, the network, chance, the environment or a person."""
    return [f"{line}: {name}" for node in ast.walk(ast.parse(source)) for line, name in _askings_of(node)]


def empty_names(source: str, module: str = "") -> list[str]:
    """Functions, classes and the module whose names hold a word that says nothing."""
    named = [(node.lineno, node.name) for node in _definitions(source)]
    return [
        f"{line}: {name}"
        for line, name in [(1, module.rpartition(".")[2]), *named]
        if EMPTY_WORDS & set(words(name))
    ]


def words(name: str) -> list[str]:
    """The words of a Python name, in lower case: `RequestManager` and `request_manager` alike."""
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+", name)]


def has_docstring(source: str) -> bool:
    """Whether a module says what it is for."""
    return bool(ast.get_docstring(ast.parse(source)))


def findings(check: Callable[[str], list[str]], sources: dict[str, str]) -> list[str]:
    """A check over many modules: each finding with the module that it stands in."""
    return [f"{module}:{found}" for module, source in sources.items() for found in check(source)]


def _askings_of(node: ast.AST) -> Iterator[tuple[int, str]]:
    match node:
        case ast.Import(names=names):
            asked = [alias.name for alias in names if _asks(alias.name)]
        case ast.ImportFrom(module=str(module), names=names, level=0) if _asks(module):
            asked = [module]
        case ast.ImportFrom(names=names):
            asked = [alias.name for alias in names if alias.name in ASKING_NAMES]
        case ast.Attribute(attr=name) if name in ASKING_NAMES:
            asked = [name]
        case ast.Call(func=ast.Name(id=name)) if name in ASKING_BUILTINS:
            asked = [name]
        case _:
            return
    for name in asked:
        yield node.lineno, name


def _asks(module: str) -> bool:
    return module.partition(".")[0] in ASKING_MODULES


def _functions(source: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _definitions(source: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node

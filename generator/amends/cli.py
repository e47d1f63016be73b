"""The command `amends`: parses, calls the library, prints, exits. Commands import late, so that help is quick."""

from __future__ import annotations

import sys
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NoReturn

import click

from amends import streams

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from amends.content.place import Place
    from amends.finding import Finding
    from amends.said import Said
    from amends.telling.languages import Language
    from amends.telling.told import Judgement, Told

_SELDOM = 50_000
_RARELY = 1_000_000
"""New objects after which Python looks for unused ones in circles: in a build, and in a server for editors."""
_HARDLY_EVER = 10_000_000
"""More than one check makes of the largest SOPs."""
EXIT_FINDINGS = 1
EXIT_USAGE = 2
EXIT_BUG = 3

ALL = "all"
_READS = "amends.reads"
"""Where a command keeps the locale of its reader."""
_PROFILE = (
    "How strict (default: as sop.yml says, or review): a draft may be unfinished; to publish, warnings are errors."
)


class ShippedLocale(click.types.StringParamType):
    """A locale in which a project can be started; the help names them all."""

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002
        """`[en|fr|zh]`."""
        from amends.new_project import locales

        return f"[{'|'.join(locales())}]"


class Commands(click.Group):
    """The one place that turns errors into text and exit codes: a user's mistake is a message, a bug is a traceback."""

    def main(self, *arguments: Any, **settings: Any) -> Any:
        """Run a command."""
        from amends.faults import is_of_the_world, usage_error
        from amends.said import said

        streams.prepare()
        try:
            # click handles its own errors; it ends quietly if a pipe such as `| head` has read enough.
            return super().main(*arguments, **settings)
        except Exception as error:  # noqa: BLE001 - every other error is our bug, and the message says so
            if isinstance(error, OSError) and is_of_the_world(error):
                # The system names no file where a stream cannot be written.
                _complain(_in_words(usage_error(error, error.filename or "standard output", "cannot be written")))
                streams.give_up(sys.stdout)
                sys.exit(EXIT_USAGE)
            import traceback

            streams.put(traceback.format_exc(), err=True, nl=False)
            _complain(_words(said("bug")))
            sys.exit(EXIT_BUG)

    def make_context(self, *arguments: Any, **settings: Any) -> click.Context:
        """The context of a command; a mistake before its name is told here."""
        try:
            return super().make_context(*arguments, **settings)
        except click.UsageError as error:
            _refuse(error)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what ends it is told here, while it is known who reads it."""
        from amends.finding import Findings, UsageError
        from amends.said import said

        try:
            return super().invoke(ctx)
        except Findings as problems:
            _print_findings(problems.findings)
            sys.exit(EXIT_FINDINGS)
        except UsageError as error:
            _complain(_in_words(error))
            sys.exit(EXIT_USAGE)
        except click.UsageError as error:
            _refuse(error)
        except click.Abort:
            _put(said("aborted"), err=True)
            sys.exit(EXIT_FINDINGS)


def _complain(text: str) -> None:
    try:
        streams.put(f"amends: {text}", err=True)
    except OSError:  # nobody can be told
        streams.give_up(sys.stderr)


def _in_words(error: Exception) -> str:
    """What ended a command, in the language of whoever reads it."""
    from amends.telling.languages import language

    return language(_reads()).error(str(error))


def _refuse(error: click.UsageError) -> NoReturn:
    """Say how a command was called wrongly, and how to call it; English is what click itself says."""
    from amends.telling.languages import ENGLISH
    from amends.wrong_calls import told_wrong_call

    reads = _reads()
    if reads.partition("-")[0] == ENGLISH or isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
    else:
        streams.put(told_wrong_call(error, reads), err=True)
    sys.exit(EXIT_USAGE)


def _as_day(_ctx: click.Context, _param: click.Parameter, value: datetime | None) -> date:
    """The day that the user named, or today. Only here does amends look at the clock."""
    return value.date() if value else date.today()  # noqa: DTZ011 - review dates are days in the user's own time zone


def _as_millimetres(_ctx: click.Context, _param: click.Parameter, value: str | None) -> float:
    """A length that the user wrote, in millimetres."""
    number = (value or "0").removesuffix("mm").removesuffix("in").strip()
    try:
        length = float(number)
    except ValueError:
        raise click.BadParameter("write a length such as 3mm or 0.125in") from None
    return length * 25.4 if value and value.endswith("in") else length


path_argument = click.argument("path", default=".")
today_option = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_as_day,
    help="Judge review dates as of this day, YYYY-MM-DD (default: today).",
)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="amends", message="amends %(version)s")
def main() -> None:
    """Complaint-handling SOPs as code: from YAML to a handbook, printable checklists and role cards.

    PATH is a project (a folder with mkdocs.yml), a folder of content (with sop.yml), or the word
    `reference` for the SOP that is shipped with amends. Without PATH, the folder you are in.
    """


@main.command()
@click.argument("folder", metavar="DIR")
@click.option("--base", "--industry", "base", default=None, help="The shipped SOP to begin with (default: reference).")
@click.option("--blank", is_flag=True, help="Begin with a skeleton to fill, over no SOP.")
@click.option("--extends", "parent", metavar="PATH", default=None, help="Begin with the SOP of another project.")
@click.option(
    "--locale",
    "locales",
    multiple=True,
    type=ShippedLocale(),
    help="Language of the handbook and of the comments; repeatable, the first is the default one "
    "(default: en, or those of --extends).",
)
@click.option("--name", default=None, help="Name of the organisation (default: the folder's).")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_as_day,
    help="The day on which it takes effect, YYYY-MM-DD (default: today).",
)
def init(folder: str, base: str | None, *, blank: bool, parent: str | None, today: date, **wish: Any) -> None:
    """Start an organisation's project in DIR, over a shipped SOP; nothing is overwritten.

    --extends begins a branch: a project over that of another folder. --blank begins an SOP of your own.
    """
    from pathlib import Path

    from amends.begin import begin, parent_at
    from amends.content.bases import REFERENCE
    from amends.new_project import Wish, id_for
    from amends.origin import own_address
    from amends.said import said
    from amends.telling.authors import told_in

    if sum((base is not None, blank, parent is not None)) > 1:
        raise click.UsageError("--base, --extends and --blank exclude each other; write one of them")
    called = Path(folder).resolve().name
    over = parent_at(parent, Path(folder), today) if parent is not None else None
    locales = tuple(dict.fromkeys(wish["locales"])) or (over.locales if over else ("en",))
    wanted = Wish(
        None if blank else over or base or REFERENCE, locales, called if wish["name"] is None else wish["name"]
    )
    click.get_current_context().meta[_READS] = told_in(locales[0])
    project_id, address = id_for(called), own_address()
    begin(Path(folder), wanted, project_id, address, today)
    kind = "blank" if blank else "over"
    begun = {"name": wanted.name, "base": parent or wanted.base_name, "folder": folder, "id": project_id}
    streams.put(_words(said(f"begun.{kind}", **begun)))
    streams.put(_words(said(f"next.{kind}", readme=Path(folder) / "README.md")))
    if address is None:
        streams.put(_words(said("name-repository", file=Path(folder) / "requirements.txt")))


@main.command()
@path_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif", "gitlab", "junit"]),
    default="text",
    show_default=True,
)
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--profile", type=click.Choice(["draft", "review", "publish"]), default=None, help=_PROFILE)
@click.option(
    "--select", multiple=True, metavar="CODE", help="Only this code, and errors: L704, its name, L7; repeatable."
)
@click.option("--ignore", multiple=True, metavar="CODE", help="Not this code; repeatable.")
@click.option("--locale", default=None, help="Language of the findings (default: as sop.yml says, or the system).")
@click.option("--fix", is_flag=True, help="Mend what is beyond doubt; shows the changes and asks first.")
@click.option("--yes", is_flag=True, help="With --fix: write the changes without being asked.")
@click.option("--write-baseline", is_flag=True, help="From now on, be silent about the warnings that there are today.")
@today_option
def check(  # noqa: PLR0913 - one for each option
    path: str,
    form: Any,
    today: date,
    locale: str | None,
    *,
    strict: bool,
    fix: bool,
    yes: bool,
    write_baseline: bool,
    **options: Any,
) -> None:
    """Validate and lint an SOP; exit 1 where something must be mended.

    What is told can be set under `check` in sop.yml, and in comments: # amends: ignore CODE until DATE reason
    """
    import gc

    # The collector would look at ever more objects, in vain: nothing that is read is part of a cycle.
    gc.set_threshold(_HARDLY_EVER)

    from amends.read import read_sop
    from amends.said import said
    from amends.self_docs.explanations import EXPLAINED
    from amends.telling.languages import language
    from amends.telling.told import Judgement
    from amends.telling.wish import Options
    from amends.write import write_file

    place = _place_of(path)
    if locale:
        click.get_current_context().meta[_READS] = locale
    wanted = Options(**options)

    def judge() -> Judgement:
        return Judgement(place, read_sop(place, today), wanted, EXPLAINED, today)

    judgement = judge()
    if fix:
        while _fix(judgement, ask=not yes):
            judgement = judge()
    if write_baseline:
        file, text = judgement.baseline(_line_reader())
        write_file(file, text.encode())
        _put(said("written", file=file), err=True)
    gc.freeze()  # nor at the end of the process, which would look at everything once more
    told = judgement.told(_line_reader())
    is_asked = form != "text" or "locale" in judgement.settings.model_fields_set
    spoken = language(locale or (judgement.settings.locale if is_asked else _reads()))
    _tell(judgement, told, form, spoken, strict=strict)


def _fix(judgement: Judgement, *, ask: bool) -> bool:
    """Mend what can be mended; False if there is nothing of the kind, or the user does not want it."""
    from pathlib import Path

    from amends.fixing.fixes import fixed_files
    from amends.said import said
    from amends.write import write_file

    fixed = fixed_files(judgement.reading.content, judgement.findings)
    for it in fixed:
        streams.put(it.diff(), err=True)
    if not fixed or (ask and not click.confirm(_words(said("write-changes")), err=True)):
        return False
    for it in fixed:
        write_file(Path(it.file), it.result())
        _put(said("written", file=it.file), err=True)
    return True


def _tell(judgement: Judgement, told: Told, form: Any, spoken: Language, *, strict: bool) -> NoReturn:
    """Tell the findings in one form, the total, and exit: 1 if one of them fails the command."""
    from importlib.metadata import version

    from amends.reporting.formats import Circumstances, report
    from amends.reporting.paths import repository_of
    from amends.self_docs.explanations import EXPLAINED

    def fails(finding: Finding) -> bool:
        return finding.is_error or (strict and finding.level == "warning")

    root, files = repository_of(judgement.place.content), len(judgement.reading.content.files)
    about = Circumstances(_line_reader(), root, EXPLAINED, version("amends"), fails, spoken.said, spoken.words)
    if text := report(told.findings, form, about):
        streams.put(text)
    if form == "github":
        _add_to_job_summary(told.findings, files, root, spoken)
    if form == "text":
        is_clean = all(finding.level == "info" for finding in told.findings)
        streams.put(spoken.words.total(told.findings, files, told.ignored, told.known), err=not is_clean)
    sys.exit(EXIT_FINDINGS if any(map(fails, told.findings)) else 0)


def _add_to_job_summary(findings: Sequence[Finding], files: int, root: Path, spoken: Language) -> None:
    """All findings as a table for the page of the job, if GitHub names a file for it."""
    import os
    from functools import cache, partial
    from pathlib import Path

    from amends.faults import told_as_usage
    from amends.reporting.github import job_summary
    from amends.reporting.paths import seen_from

    if name := os.environ.get("GITHUB_STEP_SUMMARY"):
        said = [spoken.said(it) for it in findings]
        text = job_summary(said, files, cache(partial(seen_from, root)), spoken.words)
        with told_as_usage(name, "cannot be written"), Path(name).open("a", encoding="utf-8") as file:
            file.write(text)


@main.command()
@path_argument
@click.option("-o", "--output", default=None, help="Folder for the site (default: site/ in the project).")
@click.option("--strict", is_flag=True, help="Fail on warnings of MkDocs too, such as broken links.")
@click.option("--untrusted", is_flag=True, help="Refuse what would run code of the project, or read beyond it.")
@click.option(
    "--variants", metavar="FILE", default=None, help="Build every variant that FILE lists, into variants/ID/."
)
@click.option("--only", multiple=True, metavar="ID", help="Only this variant; repeatable.")
@click.option("--jobs", type=click.IntRange(min=1), default=None, help="Variants built at once (default: 1 per core).")
@click.option("--cluster", metavar="ADDRESS", default=None, help="Build on the Dask cluster at tcp://HOST:PORT.")
@click.option("--report", metavar="FILE", default=None, help="What came of each variant, as JSON.")
@click.option("--prune", is_flag=True, help="Delete the handbooks of variants that FILE lists no more.")
@today_option
def build(path: str, output: str | None, *, strict: bool, untrusted: bool, today: date, **many: Any) -> None:
    """Build the handbook of every locale with its PDFs; the old one stays until the new one is complete.

    With --variants, one handbook for each variant: only those that have changed, and each by itself.
    """
    import gc
    from pathlib import Path

    # Most of what a build makes lives until its end, so the collector would look at ever more objects, in vain.
    gc.set_threshold(_SELDOM)

    from amends.rebuild import rebuild

    place = _place_of(path)
    if untrusted:
        from amends.site.untrusted import refuse_what_needs_trust

        refuse_what_needs_trust(place)
    if many["variants"]:
        _build_variants(place, output, today, strict=strict, **many)
    for option, value in many.items():
        if value:
            raise click.UsageError(f"--{option} needs --variants FILE")
    target = Path(output) if output else place.home / "site"
    rebuild(place, target, today, strict=strict, say=_say)


def _build_variants(place: Place, output: str | None, today: date, *, strict: bool, **many: Any) -> NoReturn:
    """Build many handbooks, with progress on a terminal; exit 1 if any has failed."""
    import os
    from pathlib import Path

    from amends.said import said
    from amends.telling.languages import language
    from amends.variants.report import counts_of
    from amends.variants.roster import OUTPUT
    from amends.variants.run import Wish, planned

    target = Path(output) if output else place.home / OUTPUT
    run = planned(Wish(place, Path(many["variants"]), target, many["only"], today, strict))
    work = run.results(many["jobs"] or os.cpu_count() or 1, many["cluster"])
    with click.progressbar(
        work, len(run.jobs), file=sys.stderr, show_pos=True, hidden=not sys.stderr.isatty()
    ) as coming:
        results = sorted(coming, key=lambda result: result.id)
    report = run.report(results, Path(many["report"]) if many["report"] else None)
    _print_findings(list(dict.fromkeys(it for result in results for it in result.findings)))
    spoken = language(_reads())
    for result in results:
        for line in (*result.messages, *filter(None, [result.error])):
            streams.put(f"{result.id}: {spoken.error(line)}", err=True)
    if run.removed:
        _put(said(f"variants.{'deleted' if many['prune'] else 'left'}", names=", ".join(run.removed)), err=True)
    if many["prune"]:
        run.prune()
    _put(said("variants.done", **counts_of(results), report=report), err=True)
    sys.exit(EXIT_FINDINGS if any(result.state == "failed" for result in results) else 0)


@main.command()
@path_argument
@click.option(
    "--variants", "file", metavar="FILE", default=None, help="The list (default: variants.yml of the project)."
)
@click.option("--matrix", "form", type=click.Choice(["github", "gitlab", "make"]), help="As jobs that build them.")
@click.option("--chunks", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many jobs.")
@click.option("-o", "--output", default=None, help="Folder of the handbooks, for make (default: variants/).")
def variants(path: str, file: str | None, form: Any, chunks: int, output: str | None) -> None:
    """List the variants of a project, each with its place; or share them out to jobs of a CI service, or to make."""
    from pathlib import Path

    from amends.variants import matrix, roster

    home = _place_of(path).home
    listed = roster.read_roster(Path(file) if file else home / roster.FILE_NAME)
    if form:
        call = matrix.Call(path, file or str(home / roster.FILE_NAME), output or str(home / roster.OUTPUT))
        streams.put(matrix.matrix(matrix.chunks([it.id for it in listed.variants], chunks), form, call))
        return
    for variant in listed.variants:
        streams.put(f"{variant.id}\t{variant.location}")
    problems = [problem for variant in listed.variants for problem in variant.problems]
    _print_findings(problems)
    sys.exit(EXIT_FINDINGS if problems else 0)


@main.command()
@path_argument
@click.option("-o", "--output", default=None, help="Folder of the site (default: site/ in the project).")
def rollback(path: str, output: str | None) -> None:
    """Put the handbook back that the last build replaced; a second time returns to the newer one."""
    from pathlib import Path

    from amends.output.previous import roll_back

    streams.put(_words(roll_back(Path(output) if output else _place_of(path).home / "site")))


@main.command()
@path_argument
@click.option("--locale", default=None, help="Locale to begin with (default: the SOP's default locale).")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Address to listen on.")
@click.option("--open", "open_in_browser", is_flag=True, help="Open the handbook in the browser.")
def serve(path: str, locale: str | None, address: str, open_in_browser: bool) -> None:  # noqa: FBT001
    """Preview the handbook; the browser shows each saved change by itself."""
    from amends.edition.words import read_words
    from amends.preview.serve import serve
    from amends.telling.languages import language

    place, reads = _place_of(path), _reads()

    def tell(trouble: Sequence[Finding] | str) -> None:
        if isinstance(trouble, str):
            _complain(language(reads).error(trouble))
        else:
            _print_findings(trouble, reads)  # perhaps in another thread, which knows of no command

    serve(
        place,
        locale,
        address,
        reads=reads,
        open_in_browser=open_in_browser,
        say=lambda message: streams.put(read_words(reads)(f"said.{message.name}", **message.values), err=True),
        tell=tell,
    )


def paper_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of all commands that print."""
    paper = click.Choice(["a4", "letter"])
    command = click.option("--ink-saver", is_flag=True, help="Outlines instead of large areas of colour.")(command)
    return click.option("--paper", type=paper, default=None, help="Paper (default: the SOP's).")(command)


class _Print(click.Command):
    """`amends print`. The table of printed kinds gives its choices, and the options that select single PDFs."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """The arguments and options; those of the printed kinds stand first."""
        from amends.printing.kinds import KINDS

        names = [ALL, *(kind.name for kind in KINDS)]
        what = click.Argument(["what"], type=click.Choice(names), default=ALL, metavar=f"[{'|'.join(names)}]")
        # Two kinds may share an option.
        selectors = dict.fromkeys(selector for kind in KINDS for selector in kind.selectors)
        named = [click.Option([f"--{it.option}"], multiple=True, metavar="ID", help=it.help) for it in selectors]
        return [what, *named, *super().get_params(ctx)]


@main.command(name="print", cls=_Print)
@click.argument("path", default=".")
@click.option("--locale", "locales", multiple=True, help="Only this locale; repeatable.")
@click.option("--up", type=click.Choice(["1", "4"]), default="4", show_default=True, help="Role cards on a page.")
@paper_options
@click.option(
    "--nup", type=click.Choice(["2", "4"]), default=None, help="So many pages on each side of a sheet, smaller."
)
@click.option("--duplex", "is_duplex", is_flag=True, help="With --nup: each back behind its front.")
@click.option(
    "--booklet",
    "is_booklet",
    is_flag=True,
    help="Two pages on each side, in order for folding the sheets down the middle.",
)
@click.option("--bleed", callback=_as_millimetres, default=None, metavar="LENGTH", help="Print over the edge: 3mm.")
@click.option("--crop-marks", "has_crop_marks", is_flag=True, help="Marks where a print shop cuts.")
@click.option("-o", "--output", default="print", show_default=True, help="Folder for the PDFs.")
@today_option
def print_(what: str, path: str, output: str, today: date, locales: tuple[str, ...], **wish: Any) -> None:
    """Print step checklists, role cards and the process as PDF."""
    from pathlib import Path

    from amends.build import print_pdfs
    from amends.printing.pdf import PrintOptions
    from amends.printing.press import Press
    from amends.printing.selection import Selection

    options = PrintOptions(
        paper=wish.pop("paper"),
        up=1 if wish.pop("up") == "1" else 4,
        ink_saver=wish.pop("ink_saver"),
        bleed=wish.pop("bleed"),
    )
    press = Press(int(wish.pop("nup") or 1), wish.pop("is_booklet"), wish.pop("is_duplex"), wish.pop("has_crop_marks"))
    selection = Selection(() if what == ALL else (what,), wish, locales)
    print_pdfs(_place_of(path), Path(output), today, selection, options, press=press, say=_put)


@main.command()
@path_argument
@click.option("--received", required=True, metavar="TIME", help="When the complaint came: 2026-11-20T15:00.")
@click.option("--severity", default=None, metavar="ID", help="Only what holds for this severity.")
@click.option("--kind", default=None, metavar="ID", help="Only what holds for this kind of complaint; - for none.")
@click.option("--channel", default=None, metavar="ID", help="Only what holds for complaints by this channel.")
@click.option("--event", "events", multiple=True, metavar="EVENT=TIME", help="When another event came; repeatable.")
@click.option(
    "--pause",
    "pauses",
    multiple=True,
    metavar="FIRST..LAST",
    help="Days on which clocks that may pause do; repeatable.",
)
@click.option(
    "--clock", "clocks", multiple=True, metavar="ID", help="Only this legal clock or shipped pack; repeatable."
)
@click.option("--case", "case_number", default="", metavar="NUMBER", help="Case number, for the events of a calendar.")
@click.option("--country", default=None, metavar="CODE", help="Public holidays of this country (default: the SOP's).")
@click.option("--subdivision", default=None, metavar="CODE", help="Public holidays of this part of it, such as ENG.")
@click.option("--time-zone", default=None, metavar="NAME", help="Such as Asia/Shanghai (default: the SOP's).")
@click.option("--locale", default=None, help="Locale of the words (default: the SOP's default locale).")
@click.option("--format", "form", type=click.Choice(["table", "json", "ics"]), default="table", show_default=True)
@today_option
def deadlines(path: str, form: Any, today: date, **question: Any) -> None:
    """Say when everything is due for one complaint: each time limit of the steps, and each legal clock."""
    from amends.deadlines.answer import Question, answer

    streams.put(answer(_place_of(path), today, Question(**question), form), nl=False)


@main.command()
@click.argument("name", metavar="ID")
@path_argument
def show(name: str, path: str) -> None:
    """Show the entry ID, such as steps/accept, as all layers together give it, and who set each value."""
    from amends.content.origin import shown
    from amends.read import asked_layers

    streams.put(shown(asked_layers(_place_of(path)), name), nl=False)


@main.command()
@click.argument("name", metavar="ID")
@path_argument
def copy(name: str, path: str) -> None:
    """Copy the entry ID, such as steps/accept, from the base into this project, for editing; never overwrites."""
    from amends.content.origin import copied
    from amends.read import asked_layers
    from amends.said import said
    from amends.write import write_new_file

    file, text = copied(asked_layers(_place_of(path)), name)
    write_new_file(file, text)
    _put(said("copied", name=name, file=file))


@main.command(name="list")
@click.argument("collection", required=False)
@click.option("--in", "path", default=".", show_default=True, metavar="PATH", help="The project or SOP.")
def list_(collection: str | None, path: str) -> None:
    """List the entries of COLLECTION, such as steps, with their titles and layers; or all collections."""
    from amends.authoring.listing import listed
    from amends.read import asked_layers

    streams.put(listed(asked_layers(_place_of(path)), collection), nl=False)


@main.command()
@click.argument("words")
@path_argument
def find(words: str, path: str) -> None:
    """Find WORDS in the merged SOP: where they stand, and which layer wrote them in which line.

    Exit 1 if they stand nowhere.
    """
    from amends.authoring.find_words import found
    from amends.read import asked_layers
    from amends.said import said

    if not words.strip():
        raise click.UsageError("WORDS is empty; write a word or several")
    text = found(asked_layers(_place_of(path)), words)
    if not text:
        _put(said("nowhere", words=words), err=True)
        sys.exit(EXIT_FINDINGS)
    streams.put(text, nl=False)


@main.command(name="leftovers")
@path_argument
def leftovers_(path: str) -> None:
    """List what a project still shows of its base: examples, foreign numbers and bodies, words of removed things.

    Values are YAML to paste into a file of your own and to change. Exit 1 if anything is left over.
    """
    from amends.authoring.leftovers import leftovers
    from amends.read import asked_layers
    from amends.said import said

    text = leftovers(asked_layers(_place_of(path)))
    if text:
        streams.put(text, nl=False)
        sys.exit(EXIT_FINDINGS)
    _put(said("nothing-left"), err=True)


@main.command(name="translations")
@path_argument
@click.option("--locale", "locales", multiple=True, help="Only this language, or one to come; repeatable.")
@click.option("--from", "of", default=None, metavar="LOCALE", help="Language of the sources (default: the SOP's).")
@click.option("--own", is_flag=True, help="Only texts of this project, not those of its base.")
@click.option("--list", "list_missing", is_flag=True, help="List the texts that are missing, too.")
@click.option("--update", is_flag=True, help="Write down which translation belongs to which text.")
@click.option("--accept", multiple=True, metavar="ID", help="These translations still fit; repeatable. Writes it down.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def translations_(path: str, form: str, *, own: bool, list_missing: bool, **wish: Any) -> None:
    """Say what is translated: by file, with what is missing, older than its source, the same or different.

    --update writes amends.translations.lock beside sop.yml, by which a later change of a text shows that its
    translation is older. Commit it. Exit 1 if a text is missing, older or different.
    """
    from amends.said import said
    from amends.translating.coverage import Coverage, as_json
    from amends.translating.project import Project

    project = Project.at(_place_of(path))
    languages = project.languages(wish["locales"], wish["of"])
    if wish["update"] or wish["accept"]:
        _put(said("written", file=project.record_again(languages, wish["accept"])), err=True)
        languages = project.languages(wish["locales"], wish["of"])
    coverages = [Coverage(texts, texts.own() if own else texts.units) for texts in languages]
    if form == "json":
        streams.put(as_json(coverages), nl=False)
    else:
        streams.put("\n".join(it.text(project.words, list_missing=list_missing) for it in coverages), nl=False)
    sys.exit(0 if all(it.is_done for it in coverages) else EXIT_FINDINGS)


@main.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@path_argument
def rename(old: str, new: str, path: str) -> None:
    """Give the entry OLD, such as steps/inform, the id NEW in every file of this project.

    Comments and layout stay. A line in sop.yml lets old addresses, QR codes and ticks lead to the new name.
    """
    from amends.authoring.rename import renamed_files
    from amends.edition.words import read_words
    from amends.read import asked_layers
    from amends.write import write_file

    place, words = _place_of(path), read_words(_reads())
    for file, edited in renamed_files(place, asked_layers(place), old, new).items():
        write_file(file, edited.result().encode())
        streams.put(f"{file}: {words.counted('said.renamed', len(edited.edits))}")


@main.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
@click.option("--locale", default=None, help="Locale of the words (default: the default locale of B).")
@click.option("--pdf", default=None, metavar="FILE", help="Write the change notice as a sheet, with its list to sign.")
@paper_options
@today_option
def diff(before: str, after: str, form: Any, today: date, **wish: Any) -> None:
    """Say what B changes in A, in people's words, with the roles that it concerns.

    A and B are projects, folders of content, shipped SOPs by their names, such as `reference` or `hotels`,
    or any of these in a revision of git: `HEAD~1:.` is the project here as it was one commit ago.
    As Markdown or PDF it is a change notice with a list to sign.
    """
    from pathlib import Path

    from amends.comparing.difference import difference
    from amends.content.revision import place_at

    locale, pdf = wish.pop("locale"), wish.pop("pdf")
    with place_at(before) as old, place_at(after) as new:
        if pdf is None:
            streams.put(difference(old, new, today, locale, form), nl=False)
            return
        from amends.build import print_notice
        from amends.printing.pdf import PrintOptions

        print_notice(old, new, Path(pdf), today, locale=locale, options=PrintOptions(**wish))
        streams.put(pdf)


@main.command()
@path_argument
@click.option("--locale", default=None, help="Words of this locale (default: the SOP's default locale).")
@click.option("--yes", is_flag=True, help="Accept the new base without being asked: write the lock.")
@today_option
def upgrade(path: str, locale: str | None, yes: bool, today: date) -> None:  # noqa: FBT001
    """Say what a newer base changes under a project and which of its patches that touches; then accept it.

    amends.lock.json keeps the base as the project last saw it. Commit it with the project.
    """
    from amends.comparing.lock import LOCK_FILE
    from amends.comparing.upgrade import renew_schema, upgrade_report, write_lock
    from amends.said import said

    place = _place_of(path)
    is_old = True
    if not yes or (place.home / LOCK_FILE).exists():
        report, is_old = upgrade_report(place, today, locale)
        streams.put(report, nl=False)
    if is_old and (yes or click.confirm(_words(said("accept-base")))):
        _put(said("written", file=write_lock(place)))
        if schema_file := renew_schema(place):
            _put(said("written", file=schema_file))


@main.group()
def export() -> None:
    """Give the SOP to other programs."""


@export.command(name="json")
@path_argument
@today_option
def export_json(path: str, today: date) -> None:
    """Print the resolved SOP as JSON: every entry with its sources, every framework item with where it is applied."""
    import json

    from amends.book import editions
    from amends.documents.export import exported
    from amends.read import usable_sop

    sop, _ = usable_sop(_place_of(path), today)
    streams.put(json.dumps(exported(editions(sop)[0]), ensure_ascii=False, indent=2))


@export.command(name="markdown")
@path_argument
@click.option(
    "-o", "--output", metavar="DIR", required=True, help="Folder for the files; one folder in it per language."
)
@click.option("--locale", "locales", multiple=True, help="Only this locale; repeatable.")
@today_option
def export_markdown_(path: str, output: str, locales: tuple[str, ...], today: date) -> None:
    """Write the handbook as plain Markdown, which MkDocs and Zensical build without amends.

    Pages, navigation, pictures and PDFs: everything that is needed to go on without amends.
    """
    from pathlib import Path

    from amends.build import export_markdown

    export_markdown(_place_of(path), Path(output), today, locales, say=_say)


@export.command(name="translations")
@path_argument
@click.option("--locale", required=True, help="Language into which to translate, such as de; it may be a new one.")
@click.option("--from", "of", default=None, metavar="LOCALE", help="Language of the sources (default: the SOP's).")
@click.option("--own", is_flag=True, help="Only texts of this project, not those of its base.")
@click.option("--todo", is_flag=True, help="Only what is missing, older than its source, the same or different.")
@click.option("-o", "--output", metavar="FILE", required=True, help="FILE.xlsx, FILE.po or FILE.xliff.")
def export_translations_(path: str, locale: str, output: str, of: str | None, **chosen: bool) -> None:
    """Write the texts into one file for translators: for Excel, for Weblate (PO) or for their own tools (XLIFF)."""
    from pathlib import Path

    from amends.said import said
    from amends.translating.project import Project
    from amends.translating.transfer import exported

    project = Project.at(_place_of(path))
    [texts] = project.languages([locale], of)
    count = exported(project, texts, Path(output), **chosen)
    _put(said("sent", file=output, count=count, of=texts.of, into=texts.into), err=True)


@main.group(name="import")
def import_() -> None:
    """Take back what other programs have made of the SOP."""


@import_.command(name="translations")
@click.argument("file", metavar="FILE")
@path_argument
@click.option("--locale", default=None, help="Language into which it translates (default: as FILE says).")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--yes", is_flag=True, help="Write the changes without being asked.")
def import_translations_(file: str, path: str, locale: str | None, *, dry_run: bool, yes: bool) -> None:
    """Put the translations of FILE into the project's own files, each at its place; shows the changes and asks first.

    Texts of a base are patched in the folder translations/. Rows with a mistake are told and left out: exit 1.
    """
    from pathlib import Path

    from amends.said import said
    from amends.translating.project import Project
    from amends.translating.transfer import Import

    project = Project.at(_place_of(path))
    coming = Import.of_file(project, Path(file), locale)
    _print_findings(coming.incoming.findings)
    for it in coming.files:
        streams.put(it.diff(), err=True)
    for line in coming.summary(project.words):
        streams.put(line, err=True)
    if not dry_run and (coming.files or coming.is_confirming):
        if coming.files and not yes and not click.confirm(_words(said("write-changes")), err=True):
            sys.exit(EXIT_FINDINGS)
        coming.write(lambda file: _put(said("written", file=file), err=True))
    sys.exit(EXIT_FINDINGS if coming.incoming.refused or coming.without_place else 0)


@main.command()
@click.option("--layer", "of", flag_value="layer", help="The schema of files that extend another SOP.")
@click.option("--variants", "of", flag_value="variants", help="The schema of a file that lists variants.")
def schema(of: str | None) -> None:
    """Print the JSON Schema of content files, for editors."""
    from amends.self_docs.json_schema import content_schema, layer_schema, variants_schema

    schemas = {"layer": layer_schema, "variants": variants_schema}
    streams.put(schemas.get(of or "", content_schema)(), nl=False)


@main.command()
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), default=None, help="Judge as of this day (default: today).")
def lsp(today: datetime | None) -> None:
    """Serve an editor: findings while you type, names, places and renaming. Needs the extra `editor`."""
    import gc

    try:
        from amends.editor.serve import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        from amends.finding import UsageError

        raise UsageError("editors need pygls; install it with  pip install 'pygls>=2'") from None
    gc.set_threshold(_RARELY)
    serve(today.date if today else date.today)


@main.command()
@click.argument("code")
@click.option(
    "--locale", default=None, help="Language of the explanation (default: as sop.yml here says, or the system)."
)
def explain(code: str, locale: str | None) -> None:
    """Explain a finding by its code or name: what is wrong, why, bad, good, the way out."""
    from contextlib import suppress

    from amends.finding import UsageError
    from amends.self_docs.explanations import explained
    from amends.telling.languages import language_of

    with suppress(UsageError):  # there need be no project here
        _place_of(".")
    streams.put(explained(code, language_of(locale or _reads())))


def _place_of(path: str) -> Place:
    """The place that a user means; from here on, its authors are spoken to in their own language."""
    from amends.content.place import find_place
    from amends.telling.authors import locale_of_authors

    place = find_place(path)
    click.get_current_context().meta[_READS] = locale_of_authors(place.content, otherwise=_reads())
    return place


def _reads() -> str:
    """The locale of whoever reads what this command says: as the project says, or else the user's system."""
    import os

    from amends.telling.authors import locale_of_user

    context = click.get_current_context(silent=True)
    known = context.meta.get(_READS) if context else None
    return str(known or locale_of_user(os.environ))


def _words(message: Said) -> str:
    from amends.edition.words import read_words

    return read_words(_reads())(f"said.{message.name}", **message.values)


def _put(message: Said, *, err: bool = False) -> None:
    streams.put(_words(message), err=err)


def _say(message: Said) -> None:
    """Progress for people at a terminal; nothing in a pipe."""
    if sys.stderr.isatty():
        _put(message, err=True)


def _print_findings(findings: Sequence[Finding], reads: str | None = None) -> None:
    from amends.reporting.text import as_text
    from amends.telling.languages import language

    if findings:
        spoken = language(reads or _reads())
        streams.put(as_text([spoken.said(it) for it in findings], _line_reader(), words=spoken.words))


def _line_reader() -> Callable[[str, int], str]:
    """Gives a line of an author's file, for the excerpt; empty if the file cannot be read any more.

    Findings come in the order of the files, so each file is read once.
    """
    from functools import lru_cache
    from pathlib import Path

    @lru_cache(maxsize=1)
    def lines_of(file: str) -> list[str]:
        try:
            with Path(file).open(encoding="utf-8-sig", errors="replace") as lines:
                return [line.rstrip("\r\n") for line in lines]
        except OSError:
            return []

    return lambda file, number: lines[number - 1] if number <= len(lines := lines_of(file)) else ""

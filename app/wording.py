"""The sentence for each error: one for the command line and the window alike."""

from functools import singledispatch

from app.domain import errors

_MOST_NAMED = 3
"""Reasons that one sentence names."""


@singledispatch
def sentence(error: errors.BidfolioError) -> str:
    """Say what happened, what is safe and what to do, in plain words."""
    raise NotImplementedError(f"no sentence for {type(error).__name__}")


@sentence.register
def _(error: errors.FileMissing) -> str:
    return f"There is no file {error.path}. Check the name and the folder."


@sentence.register
def _(error: errors.FileUnreadable) -> str:
    return f"{error.path.name} {error.reason}. Nothing was read. {error.remedy}"


@sentence.register
def _(error: errors.KindUnsupported) -> str:
    said = f"{error.path.name} is {error.kind}, which cannot be read. {error.remedy}"
    if not (error.converts_to and error.office_is_here):
        return said
    name, copy = (
        f'"{one}"' if " " in one else one for one in (error.path.name, f"{error.path.stem}.{error.converts_to}")
    )
    command = f"bidfolio questions {name} --convert {copy}"
    return f"{said} Or let LibreOffice on this machine make the copy: “{command}”."


@sentence.register
def _(error: errors.FileUnwritable) -> str:
    return f"{error.path} could not be written: {error.reason}. {error.remedy}"


@sentence.register
def _(error: errors.TemplateRefused) -> str:
    return f"{error.path.name} {error.reason.rstrip('.')}. Nothing was written. {error.remedy}"


@sentence.register
def _(error: errors.RenderingStopped) -> str:
    used = {
        errors.RenderingLimit.PROCESSOR: f"used more than {error.most} seconds of processor time",
        errors.RenderingLimit.TIME: f"was not rendered within {error.most} seconds",
        errors.RenderingLimit.MEMORY: f"used more than {error.most:,} MiB of memory",
    }[error.limit]
    return (
        f"{error.path.name} {used} and was stopped. Nothing was written. "
        "Look for a loop that never ends or a number without measure in its tags."
    )


@sentence.register
def _(error: errors.RenderingFailed) -> str:
    return (
        f"{error.path.name} could not be rendered because of a defect of Bidfolio ({error.where}). "
        "Nothing was written. Report it with these words; until it is mended, use another template."
    )


@sentence.register
def _(error: errors.NamesUnknown) -> str:
    named = "; ".join(f"{name} (nearest: {near})" if near else name for name, near in error.names.items())
    return (
        f"{error.path.name} uses names that there are not: {named}. Nothing was written. Correct them in the template."
    )


@sentence.register
def _(error: errors.FactsMissing) -> str:
    return (
        f"{error.path.name} needs what is not known yet: {'; '.join(error.facts)}. Nothing was written. "
        "Enter it, or add --gaps to have each marked in the document."
    )


@sentence.register
def _(error: errors.BidNotReady) -> str:
    count = len(error.reasons)
    more = f"; and {count - _MOST_NAMED} more" if count > _MOST_NAMED else ""
    return (
        f"Nothing was packed: {'; '.join(error.reasons[:_MOST_NAMED])}{more}. Put it right, override it with a reason "
        "in “bidfolio check”, or add --draft for a pack that is marked as a draft."
    )


@sentence.register
def _(error: errors.NothingToPack) -> str:
    return f"{error.tender} has no approved answer and no document yet. Approve answers, or add files with --with."


@sentence.register
def _(error: errors.NameRuleUnknown) -> str:
    return (
        f"“{error.pattern}” is no rule for names. Use words and {{n}}, {{reference}}, {{lot}}, {{supplier}}, {{title}}."
    )


@sentence.register
def _(error: errors.PackFileTooLarge) -> str:
    size, most = (f"{one / 1_000_000:.1f} MB" for one in (error.size, error.most))
    return f"{error.name} has {size}, and the buyer takes {most}. Make it smaller and try again; nothing was packed."


@sentence.register
def _(error: errors.TargetExists) -> str:
    return f"{error.path} exists already. Choose another name; on the command line --replace writes over it."


@sentence.register
def _(error: errors.TargetIsWorkspace) -> str:
    return f"{error.path} is the workspace itself, which is never written over. Choose another name."


@sentence.register
def _(error: errors.TargetIsSource) -> str:
    return f"{error.path} is the buyer's own file, which is never written to. Choose another name for the copy."


@sentence.register
def _(error: errors.NothingToConvert) -> str:
    return f"{error.path.name} can be read as it is. Leave out --convert."


@sentence.register
def _(error: errors.NotFound) -> str:
    return f"There is no {error.what} “{error.name}”. Check the name."


@sentence.register
def _(error: errors.WorkspaceMissing) -> str:
    return f"There is no workspace {error.path}. Check the name, or make one with “bidfolio new”."


@sentence.register
def _(error: errors.WrongPassphrase) -> str:
    return f"The passphrase does not open {error.path.name}. Try again, or use the recovery words printed for it."


@sentence.register
def _(error: errors.PassphraseMissing) -> str:
    return (
        f"{error.path.name} is locked and no passphrase was given. "
        "Give it with --passphrase-file, or in the variable BIDFOLIO_PASSPHRASE."
    )


@sentence.register
def _(error: errors.WorkspaceDamaged) -> str:
    return f"{error.path.name} is damaged or is not a workspace. Restore its last backup with “bidfolio restore”."


@sentence.register
def _(error: errors.WorkspaceNewer) -> str:
    return (
        f"{error.path.name} was made by a newer Bidfolio. It was left as it is; update the program to open it, or "
        "restore the backup that was made before the newer one brought it up to date."
    )


@sentence.register
def _(error: errors.WorkspaceInUse) -> str:
    return f"{error.path.name} is in use by {error.holder}. Close it there and try again."


@sentence.register
def _(error: errors.WorkspaceGone) -> str:
    return (
        f"{error.path.name} is no longer where it was: its drive or folder was taken away. "
        "Put it back and try again; what was saved is in it."
    )


@sentence.register
def _(error: errors.WorkspaceHeld) -> str:
    who, since = error.holder, error.holder.since
    return (
        f"{error.path.name} is open by {who.user} on {who.computer} since {since.day} {since:%B %Y, %H:%M}. "
        f"Close it there and try again. If it is not open there, delete {error.lock.name} beside it."
    )


@sentence.register
def _(error: errors.NoBackupOpens) -> str:
    return (
        f"No whole backup of {error.path.name} opens with this passphrase. Choose another backup with "
        "“bidfolio restore”; the damaged file was left as it is."
    )


@sentence.register
def _(error: errors.HistoryBroken) -> str:
    return (
        f"The history of {error.path.name} does not hold: change {error.number} was altered outside Bidfolio. "
        "Nothing was exported; compare with a backup."
    )


@sentence.register
def _(error: errors.ProfileRefused) -> str:
    return f"{error.path.name} was not imported: {error.key} {error.reason}. Nothing of it was taken."


@sentence.register
def _(_error: errors.RecordChangedMeanwhile) -> str:
    return "This entry was changed elsewhere since you opened it. Look at it again; nothing was overwritten."


@sentence.register
def _(error: errors.FillUnproven) -> str:
    return (
        f"{error.path.name} was not written: reading the copy back showed a change outside the answers "
        f"({', '.join(error.places[:3])}). The buyer's file is untouched; please report this."
    )


@sentence.register
def _(error: errors.WorkRefused) -> str:
    return error.said or "The work ended without a word. Nothing was changed; try again."


@sentence.register
def _(error: errors.WorkStopped) -> str:
    return f"The work {error.reason}. Nothing was changed and nothing is lost; try again, or with a smaller file."


@sentence.register
def _(error: errors.WorkspaceExists) -> str:
    return f"{error.path} exists already, and a workspace is never written over. Choose another name."


@sentence.register
def _(_error: errors.PassphraseEmpty) -> str:
    return "The passphrase is empty. Give one, or let “bidfolio new --words” make eight words for you."


@sentence.register
def _(error: errors.PassphraseFileUnreadable) -> str:
    return f"The passphrase file {error.path} cannot be read as text. Check its name, or give another file."


@sentence.register
def _(_error: errors.PassphrasesDiffer) -> str:
    return "The two passphrases differ. Nothing was changed; try again."


@sentence.register
def _(error: errors.SeveralFound) -> str:
    return f"There is more than one {error.what} “{error.name}”. Give its id."


@sentence.register
def _(error: errors.AnswersUnreadable) -> str:
    return f"{error.path.name} holds no answers: it must be a JSON object of question ids and their values."


@sentence.register
def _(_error: errors.WorkspaceNotGiven) -> str:
    return "Say where the answers come from: a workspace with -w, or a file of answers with --answers."


@sentence.register
def _(_error: errors.NoScreen) -> str:
    return "There is no screen to open the window on. Every job is also a command: see “bidfolio --help”."


@sentence.register
def _(error: errors.WindowFailed) -> str:
    return (
        f"The window could not be opened (status {error.status}). On Debian and Ubuntu it needs the packages "
        "libegl1, libxkbcommon-x11-0 and libxcb-cursor0."
    )


@sentence.register
def _(_error: errors.ReviewerNotGiven) -> str:
    return "An answer is approved in the name of a person. Give the name with --as NAME."


@sentence.register
def _(_error: errors.TenderNotGiven) -> str:
    return "Say which tender is meant: name it with --tender. “bidfolio tender list” shows them."


@sentence.register
def _(_error: errors.ReasonNotGiven) -> str:
    return "A finding is overridden with a reason. Say in a sentence why it is right as it stands."


@sentence.register
def _(_error: errors.OverrideOutsideTender) -> str:
    return "An override is kept in a tender. Add the file to one with “bidfolio tender add”, and check it there."


@sentence.register
def _(_error: errors.OfficeMissing) -> str:
    return "LibreOffice was not found on this machine. Install it, or leave out what needs it: the rest works without."


@sentence.register
def _(error: errors.ConversionFailed) -> str:
    return f"{error.path.name} {error.reason}. The file itself is as it was; open it in its own program to see it."

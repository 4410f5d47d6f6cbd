using System.Globalization;

namespace AgentStepLog.Files;

/// <summary>Checks that the file still is as the log wrote it: others may cut it, write to it, delete it, move it, or put another file in its place.</summary>
internal sealed partial class SegmentFile
{
    private const int Compared = 4096;
    private const int MaxNamesAside = 16;

    // One look may fail, and the look when the file is closed is the last one. Without a second try, damage would stay unseen.
    private const int LooksTried = 2;

    // The length at the last look, or after the first lines. A line ended there.
    private long _seen;

    // Damage was found and reported.
    private bool _isTold;

    /// <summary>
    /// Checks that the file has the length that was written, and that a line still ends where one ended at the last look. The second check is needed because the
    /// next write fills a cut with zeros.
    /// </summary>
    /// <param name="lines">How many lines the file has.</param>
    /// <returns>The damage, reported once; null if there is none, or none can be seen now.</returns>
    internal SegmentDamage? Look(long lines)
    {
        for (var tried = 0; !_isTold && tried < LooksTried; tried++)
        {
            try
            {
                var damage = Damage(lines);
                _isTold = damage is not null;
                return damage;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A file that cannot be looked at may be unchanged. If it is not, the next write fails, too.
            }
        }

        return null;
    }

    /// <summary>Checks that the file is there under its name, and writes it again where it is not.</summary>
    /// <returns>The problem that was found and repaired; null if there was none.</returns>
    /// <exception cref="Exception">The file cannot be written again. Its content is still there, in the file without a name, until that is closed.</exception>
    internal IOException? LookForName()
    {
        bool? isOthers = null;
        for (var tried = 0; isOthers is null; tried++)
        {
            try
            {
                using var named = _run.Files.Open(Path);
                if (IsSame(named))
                {
                    return null;
                }

                isOthers = true;
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                isOthers = false; // the file is gone; another error would not prove that
            }
            catch (IrregularFileException)
            {
                isOthers = true; // a pipe, a directory or a link to another place is not the log's file
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                if (tried + 1 == LooksTried)
                {
                    return null; // permissions may have changed, or the system fails: the file still has its lines
                }
            }
        }

        _run.MakeDirectory();
        var found = isOthers.Value ? $"Another file stood in the place of {Path}. It is {MoveAside()} now, and the log is written again."
            : $"{Path} was deleted or moved while the log was written. It is written again.";
        Restore();
        return new(found);
    }

    private SegmentDamage? Damage(long lines)
    {
        var length = _file.CurrentLength();
        if (length == Length && EndsLineAt(_seen))
        {
            _seen = Length;
            return null;
        }

        var found = length < Length ? "it was cut short by something else than this log"
            : length > Length ? "something else than this log writes to it"
            : "it was cut short or overwritten meanwhile by something else than this log";
        return new(new(Text($"{Path} has {length} bytes, where {Length} were written, and {found}.")), Math.Max(0, lines - LinesThere()));
    }

    private bool EndsLineAt(long end)
    {
        Span<byte> one = stackalloc byte[1];
        return Length == 0 || (_file.ReadOnce(one, end - 1) == 1 && one[0] == (byte)'\n');
    }

    // Counts, within the log's own bytes, the lines that begin as lines do and have no zeros in them. The system fills a hole with zeros.
    private long LinesThere()
    {
        long lines = 0;
        var begins = false;
        var before = (byte)'\n';
        var buffer = new byte[64 * 1024];
        long offset = 0;
        for (int read; offset < Length && (read = _file.ReadOnce(buffer.AsSpan(0, (int)Math.Min(buffer.Length, Length - offset)), offset)) > 0; offset += read)
        {
            foreach (var b in buffer.AsSpan(0, read))
            {
                begins = before == (byte)'\n' ? b == (byte)'{' : begins && b != 0;
                lines += b == (byte)'\n' && begins ? 1 : 0;
                before = b;
            }
        }

        return lines;
    }

    private bool IsSame(ILogFile named)
    {
        var length = _file.CurrentLength();
        return named.CurrentLength() == length && IsSameAt(named, 0) && IsSameAt(named, Math.Max(0, length - Compared));
    }

    private bool IsSameAt(ILogFile named, long offset)
    {
        Span<byte> own = stackalloc byte[Compared];
        Span<byte> others = stackalloc byte[Compared];
        return own[.._file.ReadOnce(own, offset)].SequenceEqual(others[..named.ReadOnce(others, offset)]);
    }

    private string MoveAside()
    {
        for (var number = 1; ; number++)
        {
            var aside = RunFileName.Other(Path, number);
            if (number == MaxNamesAside || !_run.Files.Exists(aside))
            {
                _run.Files.Move(Path, aside);
                return aside;
            }
        }
    }

    // The system keeps the content of a deleted file until its last handle is closed, so it is copied from the handle.
    private void Restore()
    {
        var file = _run.Files.CreateNew(Path);
        try
        {
            var buffer = new byte[64 * 1024];
            long offset = 0;
            for (int read; (read = _file.ReadOnce(buffer, offset)) > 0; offset += read)
            {
                file.WriteAll(buffer.AsSpan(0, read), offset);
            }

            _run.Keep(file);
        }
        catch (Exception)
        {
            file.Dispose();
            _run.Files.Delete(Path); // an incomplete copy must not take the log's name
            throw;
        }

        (_file, var old) = (file, _file);
        old.Dispose();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

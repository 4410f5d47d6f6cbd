using System.Globalization;

namespace AgentStepLog.Files;

/// <summary>Whether the file is still what was written: others may cut it short, write to it, delete it, move it, or put another in its place.</summary>
internal sealed partial class SegmentFile
{
    private const int Compared = 4096;
    private const int MaxNamesAside = 16;

    // A look may fail once, and the look at the closing of the file is the last one: without a second try, damage would stay unseen.
    private const int LooksTried = 2;

    // Where the file ended when it was looked at last, or after its first lines.
    private long _seen;

    // Something is wrong with it, and was told.
    private bool _isTold;

    /// <summary>Looks whether it has the length that it was given, and whether a line still ends where it ended when it was looked at last: what is cut short is filled with zeros by the next write.</summary>
    /// <param name="lines">How many lines it has.</param>
    /// <returns>What is wrong, told once; null if nothing is, or nothing can be seen of it now.</returns>
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
                // A file that cannot be looked at may be as it was; if not, to write to it fails, too.
            }
        }

        return null;
    }

    /// <summary>Looks whether the file is there under its name, and writes it anew where it is not.</summary>
    /// <returns>What was found, and is mended; null if nothing.</returns>
    /// <exception cref="Exception">It cannot be written anew. What was written is still there, in the file that has no name, until that is closed.</exception>
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
                isOthers = false; // only a file that is not there is gone
            }
            catch (IrregularFileException)
            {
                isOthers = true; // a pipe, a directory or a link to somewhere else holds no line of ours
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                if (tried + 1 == LooksTried)
                {
                    return null; // one that cannot be looked at (somebody changed who may, or the system fails) holds its lines still
                }
            }
        }

        _run.MakeDirectory();
        var found = isOthers.Value ? $"Another file stood in the place of {Path}. It is {MoveAside()} now, and the log is written anew."
            : $"{Path} was deleted or moved while the log was written. It is written anew.";
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

    // Of the bytes that are ours, those lines that begin as lines do and have no hole, which the system fills with zeros.
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

    // The system keeps the content until we let go of it.
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
            _run.Files.Delete(Path); // else it would be another's in the log's place
            throw;
        }

        (_file, var old) = (file, _file);
        old.Dispose();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace AgentStepLog.Files;

/// <summary>
/// Unpacks a gzip file (RFC 1952) strictly: the header, checksum and length of each member are checked, and nothing may follow the last member.
/// Damage is reported in words that name it.
/// </summary>
/// <param name="packed">The file. It is disposed of with this stream.</param>
internal sealed class PackedStream(Stream packed) : ReadOnlyStream
{
    private const int ReservedFlags = 0xE0;
    private const int HasHeaderChecksum = 2;
    private const int HasExtra = 4;
    private const int HasName = 8;
    private const int HasComment = 16;

    private readonly PackedBits _bits = new(packed);
    private Inflater? _inflater;
    private bool _isWithin; // whether the position is within a member
    private bool _isOver;
    private int _members;
    private uint _crc;
    private uint _length;

    /// <inheritdoc/>
    /// <exception cref="PackedFileException">The file is damaged here.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (!buffer.IsEmpty && !_isOver)
        {
            if (!_isWithin)
            {
                Begin();
                continue;
            }

            var read = _inflater!.Read(buffer);
            if (read > 0)
            {
                _crc = Crc32.Append(_crc, buffer[..read]);
                _length += (uint)read;
                return read;
            }

            End();
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            packed.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Begin()
    {
        _bits.Part = "within its header";
        var first = _bits.TryByte();
        if (first < 0)
        {
            _isOver = _members > 0 ? true : throw new PackedFileException("is empty", isCut: true);
            return;
        }

        if (first != 0x1F || _bits.Byte() != 0x8B)
        {
            throw new PackedFileException(_members > 0 ? "has bytes behind its end that are no gzip" : "does not begin as gzip does, with the bytes 1f 8b");
        }

        ReadHeader();
        _bits.Part = "within its data";
        _inflater ??= new(_bits);
        _inflater.Begin();
        (_isWithin, _crc, _length) = (true, 0, 0);
        _members++;
    }

    private void ReadHeader()
    {
        Span<byte> header = stackalloc byte[10];
        (header[0], header[1]) = (0x1F, 0x8B);
        for (var i = 2; i < header.Length; i++)
        {
            header[i] = _bits.Byte();
        }

        if (header[2] != 8)
        {
            throw new PackedFileException(string.Create(CultureInfo.InvariantCulture, $"states compression method {header[2]}, and gzip has only 8, deflate"));
        }

        var flags = header[3];
        if ((flags & ReservedFlags) != 0)
        {
            throw new PackedFileException(string.Create(CultureInfo.InvariantCulture, $"sets flags that gzip reserves ({flags:x2})"));
        }

        var crc = Crc32.Append(0, header);
        if ((flags & HasExtra) != 0)
        {
            var length = Next(ref crc) | (Next(ref crc) << 8);
            for (var i = 0; i < length; i++)
            {
                Next(ref crc);
            }
        }

        for (var texts = ((flags & HasName) != 0 ? 1 : 0) + ((flags & HasComment) != 0 ? 1 : 0); texts > 0; texts--)
        {
            while (Next(ref crc) != 0)
            {
            }
        }

        if ((flags & HasHeaderChecksum) != 0 && (_bits.Byte() | (_bits.Byte() << 8)) != (crc & 0xFFFF))
        {
            throw new PackedFileException("has a header that does not have the checksum that it states");
        }
    }

    private byte Next(ref uint crc)
    {
        var next = _bits.Byte();
        crc = Crc32.Append(crc, [next]);
        return next;
    }

    private void End()
    {
        _bits.Part = "within its trailer, the last eight bytes";
        var (crc, length) = (Number(), Number());
        if (crc != _crc)
        {
            throw new PackedFileException(string.Create(CultureInfo.InvariantCulture, $"unpacks to other bytes than were packed: it states the checksum {crc:x8}, and they give {_crc:x8}"));
        }

        if (length != _length)
        {
            throw new PackedFileException(string.Create(CultureInfo.InvariantCulture, $"states {length} bytes, and unpacks to {_length}"));
        }

        _isWithin = false;
    }

    private uint Number() => (uint)(_bits.Byte() | (_bits.Byte() << 8) | (_bits.Byte() << 16) | (_bits.Byte() << 24));
}

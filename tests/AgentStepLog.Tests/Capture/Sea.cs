namespace Surf;

/// <summary>Code of a user's: not in our namespace, so that its frames count as theirs.</summary>
internal static class Sea
{
    public static int Throw(Exception exception) => throw exception;

    public static int Deep(Exception exception) => new[] { exception }.Select(Throw).Sum();
}

internal sealed class Nasty : Exception
{
    public override string Message => throw new InvalidDataException("no");
}

namespace RepoAgents.Printing;

/// <summary>Colours for a terminal; none where the output goes to a file or a pipe.</summary>
internal sealed class Ink(bool color)
{
    public string Dim(string text) => Paint(text, "2");

    public string Red(string text) => Paint(text, "31");

    public string Bold(string text) => Paint(text, "1");

    private string Paint(string text, string code) => color && text.Length > 0 ? $"\u001b[{code}m{text}\u001b[0m" : text;
}

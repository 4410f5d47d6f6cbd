using System;
using System.IO;
using System.Text;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>
/// Writes a file whole or not at all: a stopped build leaves no half file, and a concurrent build reads the old or the new
/// text. A file with the same content is written, too: its time tells MSBuild that it belongs to this compilation.
/// </summary>
internal static class BuildFile
{
#pragma warning disable RS1035 // Analyzers must not write files on their own. The build asks for this one, as an output of the compilation (docs/adr/0005).
    public static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = path + "." + Guid.NewGuid().ToString("N") + ".tmp";
        try
        {
            File.WriteAllText(draft, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            if (File.Exists(path))
            {
                File.Replace(draft, path, null);
            }
            else
            {
                File.Move(draft, path);
            }
        }
        finally
        {
            File.Delete(draft);
        }
    }
#pragma warning restore RS1035
}

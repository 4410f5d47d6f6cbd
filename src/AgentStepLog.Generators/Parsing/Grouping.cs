using System;
using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Groups the methods of all files by their types.</summary>
internal static class Grouping
{
    // The maximum number of generated files with interceptors. The compiler's time grows with the square of their number; few large files take long to generate
    // again after an edit.
    private const int MostFiles = 32;

    /// <summary>Types and methods in ordinal order. A partial method that is annotated on both its parts occurs once.</summary>
    public static IEnumerable<TypeModel> ByType(IEnumerable<EquatableArray<MethodModel>> files)
    {
        var types = files
            .SelectMany(methods => methods)
            .GroupBy(m => m.Type.WrapperClass, StringComparer.Ordinal)
            .OrderBy(g => g.First().Type.GlobalName, StringComparer.Ordinal)
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .ToList();
        var fileNames = FileNames(types.Select(g => g.First().Type.WrapperClass));
        return types.Select(g => new TypeModel(
            g.First().Type,
            fileNames(g.First().Type.WrapperClass),
            g.GroupBy(m => m.WrapperName, StringComparer.Ordinal)
                .OrderBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => same.First())
                .ToEquatableArray()));
    }

    /// <summary>The logs. Where names differ by case only, the file names differ by more.</summary>
    public static IEnumerable<LogModel> WithFileNames(IReadOnlyCollection<LogModel> logs)
    {
        var fileNames = FileNames(logs.Select(log => log.FileName));
        return logs.Select(log => log with { FileName = fileNames(log.FileName) });
    }

    /// <summary>
    /// Distributes the calls over generated files. With few source files, each has its own generated file. In a large project, the source files whose names have one
    /// hash share a generated file, so that a source file that starts or stops making calls does not move the interceptors of others. The reason for the limit: each
    /// generated file has its own attribute class of the same name, and the compiler compares all of them at each use.
    /// </summary>
    public static IEnumerable<InterceptorFile> Interceptors(IEnumerable<FileCalls> files)
    {
        var calling = files.Where(f => f.Calls.Count > 0).OrderBy(f => f.File, StringComparer.Ordinal).ToList();
        return calling.Count <= MostFiles
            ? calling.Select(f => new InterceptorFile(f.File, new([f])))
            : calling.GroupBy(f => GeneratedNames.Bucket(f.File, MostFiles))
                .OrderBy(g => g.Key)
                .Select(g => new InterceptorFile("AgentStepLog." + GeneratedNames.Number(g.Key + 1), g.ToEquatableArray()));
    }

    // The compiler refuses two generated files whose names differ by case only.
    private static Func<string, string> FileNames(IEnumerable<string> names)
    {
        var alike = new HashSet<string>(
            names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Skip(1).Any()).SelectMany(g => g));
        return name => alike.Contains(name) ? name + "_" + GeneratedNames.Hash(name) : name;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Brings the methods of all files together by their type.</summary>
internal static class Grouping
{
    // Of generated files with interceptors. More of them cost the compiler with their square, fewer are long to write again after an edit.
    private const int MostFiles = 32;

    /// <summary>Types and methods in ordinal order; a partial method annotated on both its parts stands once.</summary>
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

    /// <summary>The logs, those whose names differ by case alone with file names that do not.</summary>
    public static IEnumerable<LogModel> WithFileNames(IReadOnlyCollection<LogModel> logs)
    {
        var fileNames = FileNames(logs.Select(log => log.FileName));
        return logs.Select(log => log with { FileName = fileNames(log.FileName) });
    }

    /// <summary>
    /// The calls as generated files hold them: one file for each source file while those are few; in a large project those whose names have one hash
    /// share a file, so that a file which begins or ceases to call moves no other one's interceptors. Each generated file has an attribute class of its
    /// own by the same name, and the compiler compares them all at each use.
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

    // The compiler refuses two generated files whose names differ by case alone.
    private static Func<string, string> FileNames(IEnumerable<string> names)
    {
        var alike = new HashSet<string>(
            names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Skip(1).Any()).SelectMany(g => g));
        return name => alike.Contains(name) ? name + "_" + GeneratedNames.Hash(name) : name;
    }
}

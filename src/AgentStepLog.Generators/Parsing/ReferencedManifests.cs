using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>The manifests in the metadata of referenced assemblies. A project that is open in the same editor has none before it is built.</summary>
internal static class ReferencedManifests
{
    public static EquatableArray<ManifestSection> Of(MetadataReference reference)
    {
        if (reference is not PortableExecutableReference file)
        {
            return EquatableArray<ManifestSection>.Empty;
        }

        try
        {
            return file.GetMetadata() is AssemblyMetadata assembly
                ? OfModule(assembly.GetModules()[0].GetMetadataReader()).ToEquatableArray()
                : EquatableArray<ManifestSection>.Empty;
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            // The reference cannot be read. The compiler reports that itself, and binds nothing to it.
            return EquatableArray<ManifestSection>.Empty;
        }
    }

    /// <summary>Each assembly once, in ordinal order. An assembly's own section takes precedence over one from another assembly.</summary>
    public static EquatableArray<ManifestSection> Merge(IEnumerable<EquatableArray<ManifestSection>> references) => references
        .SelectMany(static sections => sections)
        .GroupBy(static s => s.Assembly, StringComparer.Ordinal)
        .OrderBy(static g => g.Key, StringComparer.Ordinal)
        .Select(static g => g.OrderByDescending(static s => s.IsOwn).ThenBy(static s => s.Json, StringComparer.Ordinal).First())
        .ToEquatableArray();

    private static IEnumerable<ManifestSection> OfModule(MetadataReader reader)
    {
        if (!reader.IsAssembly || !reader.AssemblyReferences.Any(r => reader.StringComparer.Equals(reader.GetAssemblyReference(r).Name, Annotations.Namespace)))
        {
            return [];
        }

        var own = reader.GetString(reader.GetAssemblyDefinition().Name);
        return reader.GetAssemblyDefinition().GetCustomAttributes()
            .Select(reader.GetCustomAttribute)
            .Where(attribute => IsManifest(reader, attribute))
            .Select(attribute => Section(reader.GetBlobReader(attribute.Value), own));
    }

    private static bool IsManifest(MetadataReader reader, CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
        && reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
        && reader.GetTypeReference((TypeReferenceHandle)parent) is var type
        && reader.StringComparer.Equals(type.Name, "BuildManifestAttribute")
        && reader.StringComparer.Equals(type.Namespace, "AgentStepLog.CompilerServices");

    // ECMA-335 II.23.3: a prolog of two bytes, then the arguments of the constructor.
    private static ManifestSection Section(BlobReader value, string own)
    {
        value.ReadUInt16();
        var assembly = value.ReadSerializedString() ?? "";
        return new(assembly, value.ReadSerializedString() ?? "", assembly == own);
    }
}

using System.Threading;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Turns a call into its model.</summary>
internal static class CallParser
{
    /// <param name="written">The call as it stands in its file; it has a location.</param>
    /// <param name="call">The same, or what stands for it in <paramref name="model"/>.</param>
    /// <param name="decision">It is recorded.</param>
    /// <param name="called">What holds its wrapper, if that is not the one that stands with the method.</param>
    public static CallModel Parse(
        WrittenCall written,
        InvocationExpressionSyntax call,
        CallDecision decision,
        MethodModel? called,
        SemanticModel model,
        SourceFile file,
        CancellationToken cancellation)
    {
        var target = decision.Called.Model;
        var caller = model.GetEnclosingSymbol(call.SpanStart, cancellation);
        return new CallModel
        {
            WrapperClass = called?.Type.WrapperClass ?? target.WrapperClass,
            WrapperName = called?.WrapperName ?? target.WrapperName,
            ReceiverCast = decision.BaseCaller is { } type ? TypeNames.Oblivious(type) : null,
            Name = decision.Target.Name + "_" + GeneratedNames.Hash(file.Name + "\n" + CallPlaces.Identity(caller) + "\n" + target.Id),
            Signature = target.Signature,
            WrapperTypeArguments = decision.HasOwnShape ? target.OwnTypeArguments : target.TypeArguments,
            IsObsolete = target.IsObsolete,
            ExperimentalIds = target.ExperimentalIds,
            LocationVersion = written.Location!.Version,
            LocationData = written.Location.Data,
            File = SourcePaths.Relative(written.Place.Path, file.Settings),
            Line = written.Place.Line,
            Member = CallPlaces.Member(caller),
        };
    }
}

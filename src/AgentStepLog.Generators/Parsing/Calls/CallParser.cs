using System.Threading;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Makes the model of a call.</summary>
internal static class CallParser
{
    /// <param name="written">The call as its file has it. It has a location.</param>
    /// <param name="call">The same call, or its counterpart in <paramref name="model"/>.</param>
    /// <param name="decision">The decision, by which the call is recorded.</param>
    /// <param name="called">The model with the call's wrapper, if that is not the wrapper of the method's own type.</param>
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

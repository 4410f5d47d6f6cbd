using System.Linq;
using System.Threading;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Turns a call into its model.</summary>
internal static class CallParser
{
    /// <summary>Null if the compiler gives no location, so that it cannot be intercepted.</summary>
    /// <param name="decision">A call that is recorded.</param>
    /// <param name="called">What holds its wrapper, if that is not the one that stands with the method.</param>
    public static CallModel? Parse(
        InvocationExpressionSyntax call, CallDecision decision, MethodModel? called, SemanticModel model, SourceFile file, CancellationToken cancellation)
    {
        if (model.GetInterceptableLocation(call, cancellation) is not { } location)
        {
            return null;
        }

        var method = decision.Annotation.Method;
        var target = decision.Target;
        var (path, line) = CallPlaces.Of(Name(call).GetLocation(), file.Settings);
        var caller = model.GetEnclosingSymbol(call.SpanStart, cancellation);
        var naming = TypeNaming.Outside(target, annotated: false);
        return new CallModel
        {
            WrapperClass = called?.Type.WrapperClass ?? GeneratedNames.WrapperClass(method.ContainingType, model.Compilation),
            WrapperName = called?.WrapperName ?? GeneratedNames.Wrapper(method, model.Compilation),
            ReceiverCast = decision.BaseCaller is { } type ? TypeNames.Oblivious(type) : null,
            Name = target.Name + "_" + GeneratedNames.Hash(file.Name + "\n" + CallPlaces.Identity(caller) + "\n" + target.GetDocumentationCommentId()),
            Signature = Signatures.Interceptor(target, naming),
            WrapperTypeArguments = (decision.HasOwnShape ? target : CallSites.Overridden(target, method)) is { } shape
                ? TypeNaming.TypeArguments(shape).Select(naming.Of).ToEquatableArray()
                : EquatableArray<string>.Empty,
            IsObsolete = MethodParser.IsObsolete(target),
            ExperimentalIds = Warnings.ExperimentalIds(MethodParser.Named(target)),
            LocationVersion = location.Version,
            LocationData = location.Data,
            File = path,
            Line = line,
            Member = CallPlaces.Member(caller),
        };
    }

    private static ExpressionSyntax Name(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        var expression => expression,
    };
}

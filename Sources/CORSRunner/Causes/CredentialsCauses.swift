import CORSPolicy
import CORSVocabulary

/// What goes wrong between credentials and grants.
enum CredentialsCauses {
    /// Credentials are granted, and the policy grants none.
    static let unmeant = Cause.credentialsUnmeant

    /// `*` stands where credentials are granted.
    static func wildcard(_ evidence: Evidence) -> Cause {
        evidence.meaning.isTrap ? .trapPolicy : .wildcardWithCredentials
    }

    /// `Access-Control-Allow-Credentials` is not `true`.
    static func notTrue(_ evidence: Evidence) -> Cause {
        if !evidence.facts.hasAnyGrant { return .noCORSLayer }
        guard let response = evidence.response else { return .credentialsMissing }
        let values = response.headers.values(.accessControlAllowCredentials)
        if values.isEmpty { return .credentialsMissing }
        return values.count > 1 ? .grantedTwice : .credentialsMisspelt
    }
}

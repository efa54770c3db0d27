{-# LANGUAGE OverloadedStrings #-}

-- | Warp with the routes that corspec asks for, and CORS by wai-cors.
--
-- > server --policy FILE --port N [--auth-outside] [--forbidding] [--unanchored]
--
-- @--forbidding@ leaves corsIgnoreFailures and corsVaryOrigin at their defaults, False.
module Main (main) where

import qualified Data.Aeson as JSON
import qualified Data.Aeson.Types as JSON
import Data.Aeson ((.!=), (.:?))
import Data.ByteString (ByteString)
import qualified Data.ByteString.Char8 as Char8
import qualified Data.CaseInsensitive as CI
import Data.Text (Text)
import Data.Text.Encoding (encodeUtf8)
import qualified Network.HTTP.Types as HTTP
import Network.Wai (Application, Middleware, Request, Response, pathInfo, requestHeaders, responseLBS)
import qualified Network.Wai.Handler.Warp as Warp
import Network.Wai.Middleware.Cors (CorsResourcePolicy (..), cors, simpleCorsResourcePolicy)
import System.Environment (getArgs)
import System.Exit (die)
import Text.Regex.PCRE (Regex, makeRegexM, matchTest)

-- | A corspec policy, with the defaults that the format has.
data Policy = Policy
    { origins :: [ByteString]
    , regex :: Maybe ByteString
    , methods :: [ByteString]
    , headers :: [ByteString]
    , credentials :: Bool
    , exposed :: [ByteString]
    , maxAge :: Maybe Int
    }

instance JSON.FromJSON Policy where
    parseJSON = JSON.withObject "policy" $ \stated ->
        let texts name standard = map encodeUtf8 <$> stated .:? name .!= (standard :: [Text])
        in Policy
            <$> texts "allow_origins" []
            <*> (fmap encodeUtf8 <$> (stated .:? "allow_origin_regex" :: JSON.Parser (Maybe Text)))
            <*> texts "allow_methods" ["GET"]
            <*> texts "allow_headers" []
            <*> stated .:? "allow_credentials" .!= False
            <*> texts "expose_headers" []
            <*> stated .:? "max_age"

-- | What is chosen on the command line.
data Options = Options {authOutside :: Bool, forbidding :: Bool, unanchored :: Bool}

anyMethod :: [HTTP.Method]
anyMethod = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]

-- | The settings that are the same for each request.
settings :: Options -> Policy -> CorsResourcePolicy
settings options policy = simpleCorsResourcePolicy
    { corsOrigins = if anyOrigin policy then Nothing else Just (origins policy, credentials policy)
    , corsMethods = if methods policy == ["*"] then anyMethod else methods policy
    , corsRequestHeaders = map CI.mk (headers policy)
    , corsExposedHeaders = if null (exposed policy) then Nothing else Just (map CI.mk (exposed policy))
    , corsMaxAge = maxAge policy
    , corsVaryOrigin = not (forbidding options)
    , corsIgnoreFailures = not (forbidding options)
    }

-- | In corsOrigins, Nothing stands for any origin; it grants no credentials.
anyOrigin :: Policy -> Bool
anyOrigin policy = origins policy == ["*"]

-- | The settings for a request. There is a list of origins only, but it may be another for each request: the origin
-- that the regex matches is put into it.
settingsFor :: CorsResourcePolicy -> Maybe Regex -> Request -> CorsResourcePolicy
settingsFor listed pattern request = case (corsOrigins listed, pattern, lookup "Origin" (requestHeaders request)) of
    (Just (list, withCredentials), Just compiled, Just origin)
        | matchTest compiled origin -> listed {corsOrigins = Just (origin : list, withCredentials)}
    _ -> listed

-- | The policy's regex, which must match the whole origin.
compile :: Options -> ByteString -> Maybe Regex
compile options written = makeRegexM (if unanchored options then written else "\\A(?:" <> written <> ")\\z")

isAuthorized :: Request -> Bool
isAuthorized request = field "Authorization" == Just "Bearer good" || "session=good" `elem` cookies
  where
    field name = lookup name (requestHeaders request)
    cookies = maybe [] (map Char8.strip . Char8.split ';') (field "Cookie")

-- | The routes; they answer every method and know nothing of CORS.
routes :: Policy -> Application
routes policy request respond = respond $ case pathInfo request of
    ["open"] -> opened
    ["protected"] | isAuthorized request -> opened
    ["protected"] -> unauthorized
    ["failing"] -> answer HTTP.status500 []
    _ -> answer HTTP.status404 []
  where
    opened = answer HTTP.status200 [(CI.mk name, "corspec") | name <- exposed policy, name /= "*"]

answer :: HTTP.Status -> HTTP.ResponseHeaders -> Response
answer status fields = responseLBS status (("Content-Type", "text/plain") : fields) "corspec\n"

unauthorized :: Response
unauthorized = answer HTTP.status401 [("WWW-Authenticate", "Bearer")]

-- | Answers 401 on the protected route before anything within is asked, preflights included.
authenticationOutside :: Middleware
authenticationOutside within request respond
    | pathInfo request == ["protected"] && not (isAuthorized request) = respond unauthorized
    | otherwise = within request respond

-- | The application with the CORS layer; nothing where the regex is none.
application :: Options -> Policy -> Maybe Application
application options policy = do
    pattern <- traverse (compile options) (regex policy)
    let layer = cors (Just . settingsFor (settings options policy) pattern)
        outside = if authOutside options then authenticationOutside else id
    Just (outside (layer (routes policy)))

main :: IO ()
main = do
    arguments <- getArgs
    let chosen flag = flag `elem` arguments
        valueOf name = lookup name (zip arguments (drop 1 arguments))
        options = Options (chosen "--auth-outside") (chosen "--forbidding") (chosen "--unanchored")
    (file, port) <- case (valueOf "--policy", valueOf "--port") of
        (Just file, Just port) -> pure (file, read port)
        _ -> die "--policy and --port are needed"
    policy <- JSON.eitherDecodeFileStrict file >>= either die pure
    served <- maybe (die "PCRE does not take the regex") pure (application options policy)
    Warp.runSettings (Warp.setHost "127.0.0.1" (Warp.setPort port Warp.defaultSettings)) served

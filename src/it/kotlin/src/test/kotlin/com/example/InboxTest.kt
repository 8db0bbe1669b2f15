package com.example

import dev.fakebeeper.FakeBeeper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

class InboxTest {
    private val client = HttpClient.newHttpClient()

    @Test
    fun `the inbox is read`() {
        FakeBeeper.start().use { beeper ->
            val request =
                HttpRequest.newBuilder(beeper.baseUri().resolve("/v1/chats"))
                    .header("Authorization", "Bearer ${beeper.token()}")
                    .build()

            val response = client.send(request, BodyHandlers.ofString())

            assertEquals(200, response.statusCode())
            assertEquals(1, beeper.world().journal().exchanges().size)
        }
    }
}
